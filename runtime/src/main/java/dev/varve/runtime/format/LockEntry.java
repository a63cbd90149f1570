package dev.varve.runtime.format;

/**
 * One migration in the lock file.
 *
 * @param migration its name
 * @param state whether it may still change
 * @param up {@link Checksum#of} its up script
 * @param down {@link Checksum#of} its down script
 */
public record LockEntry(MigrationName migration, State state, String up, String down) {
  /** Whether a migration may still change. */
  public enum State {
    /** It is rewritten when the records change, and applied only where drafts are allowed. */
    DRAFT("draft"),
    /** It never changes again. */
    SEALED("sealed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** How the state is written in files and in the history table. */
    public String word() {
      return word;
    }
  }
}
