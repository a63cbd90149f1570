package dev.varve.runtime.format;

/**
 * One migration in the lock file.
 *
 * @param migration its name
 * @param state whether it may still change
 * @param up {@link Checksum#of} its up script, for a draft as it was when the line was written
 * @param down {@link Checksum#of} its down script, likewise
 * @param byHand whether it is a draft that a person writes, and not the processor
 */
public record LockEntry(
    MigrationName migration, State state, String up, String down, boolean byHand) {
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

  /**
   * Checks that what a person writes is a draft: once sealed it is like any other.
   *
   * @throws FormatException if it isn't
   */
  public LockEntry {
    if (byHand && state != State.DRAFT) {
      throw new FormatException(migration + " is " + state.word() + "; only drafts are by_hand");
    }
  }

  /** A migration that no person writes by hand, or that is sealed. */
  public LockEntry(MigrationName migration, State state, String up, String down) {
    this(migration, state, up, down, false);
  }
}
