package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.util.Locale;

/**
 * How what an applied draft has done is taken back: by the down script that the history keeps. It
 * is refused where nobody can say that this script does so, as in each case where it would be
 * skipped and the draft run upon itself.
 *
 * @param set the migrations that are here
 * @param row the draft
 */
record DraftRevert(MigrationSet set, HistoryRow row) {
  /** Says of a script that it isn't the file's. */
  private static final String STORED = " (as stored in the database)";

  /**
   * What is to be run; a script without statements where the draft has done nothing.
   *
   * @throws MigrationException if it must not be reverted so, with the ways out
   */
  Script script() {
    boolean begun = row.statementsDone() > 0 || row.state().inFlight() || row.batched();
    if (!begun) {
      return Script.read(row.migration(), row.migration().downFile(), "", set.engine());
    }
    Script script = stored();
    script.directives().irreversible().ifPresent(this::refuseIrreversible);
    if (script.statements().isEmpty()) {
      throw refused("its down script, as the database keeps it, has no statement");
    }
    if (row.batched() && changesRows(script)) {
      throw refused(
          "it was stopped in the middle of a statement that is run in batches: some rows are"
              + " changed and others not, and its down script would change all of them back");
    }
    if (row.state().inFlight() && !repeatable(script)) {
      throw refused(
          "it was stopped while statement "
              + (row.statementsDone() + 1)
              + " of it was running, which may be done or not, and its down script does not say IF"
              + " EXISTS");
    }
    return script;
  }

  /** The down script that the history keeps, which is there. */
  Script stored() {
    String file = row.migration().downFile() + STORED;
    return Script.read(row.migration(), file, row.down(), set.engine());
  }

  private void refuseIrreversible(String reason) {
    throw refused("its down script, as the database keeps it, says -- IRREVERSIBLE: " + reason);
  }

  private MigrationException refused(String reason) {
    return new MigrationException(
        row.migration() + " cannot be replaced by itself: " + reason + ". " + waysOut(row));
  }

  /** What may be done where the stored script can't be run, or not with success. */
  static String waysOut(HistoryRow row) {
    String restored =
        row.state() == HistoryRow.State.APPLIED
            ? ", with a down script that reverts it, and say up(): the history then keeps that"
                + " script. After that, change it"
            : " and say up(), which goes on where it stopped. After that, change it";
    return "Put "
        + row.migration().upFile()
        + " back as it was applied"
        + restored
        + ". Or take back by hand what it has done, and say repair(FORGET "
        + row.version()
        + ")";
  }

  /** What only takes away tables, columns and the like undoes the half of it as well. */
  private static boolean changesRows(Script script) {
    for (SqlStatement statement : script.statements()) {
      switch (statement.keyword()) {
        case "DROP", "ALTER", "CREATE", "SELECT", "COMMENT" -> {}
        default -> {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it does no harm that something it takes away was never made. */
  private static boolean repeatable(Script script) {
    for (SqlStatement statement : script.statements()) {
      String text = statement.withoutComments().toUpperCase(Locale.ROOT);
      boolean guarded =
          switch (statement.keyword()) {
            case "SELECT" -> true;
            case "DROP" -> text.contains("IF EXISTS");
            case "ALTER" -> text.contains("IF EXISTS") && text.indexOf(',') < 0;
            default -> false;
          };
      if (!guarded) {
        return false;
      }
    }
    return true;
  }
}
