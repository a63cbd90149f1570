package dev.varve.schema.plan;

/**
 * One migration of one dialect.
 *
 * @param phase its place among those of the same changes
 * @param up leads there
 * @param down leads back
 */
public record Migration(Phase phase, Script up, Script down) {
  /** The parts into which changes are divided, in the order in which they run. */
  public enum Phase {
    /** New values of enum types, which can't be used before they're committed. */
    VALUES("_values"),
    /** What neither reads nor writes rows: one transaction. */
    MAIN(""),
    /** What reads or writes rows while others do: statement by statement. */
    ONLINE("_online"),
    /** What takes away: to be run when nobody needs it any more. */
    CONTRACT("_contract");

    private final String suffix;

    Phase(String suffix) {
      this.suffix = suffix;
    }

    /** What follows the migration's name where the changes need several. */
    public String suffix() {
      return suffix;
    }
  }
}
