package dev.varve.runtime;

import java.sql.SQLException;

/**
 * The connection's settings that decide what a script does. They outlive transactions, so they are
 * put back when the script is done, or has failed (<a
 * href="https://www.sqlite.org/pragma.html">PRAGMA Statements</a>).
 */
final class SqlitePragmas {
  private final SqliteSession session;
  private boolean foreignKeysOff;
  private boolean legacyAlterTable;
  private boolean known;
  private boolean touched;

  SqlitePragmas(SqliteSession session) {
    this.session = session;
  }

  /**
   * Before the unit's transaction: foreign keys as it says; and {@code legacy_alter_table} off,
   * with which a rename would forget triggers and views.
   */
  void prepare(Unit unit) throws SQLException {
    if (!known) {
      legacyAlterTable = session.number("PRAGMA legacy_alter_table") != 0;
    }
    known = unit.transactional();
    touched = !known || legacyAlterTable || unit.hasPragma();
    if (!unit.foreignKeys()) {
      switchForeignKeysOff();
    }
    if (legacyAlterTable && unit.transactional()) {
      session.execute("PRAGMA legacy_alter_table = OFF");
    }
  }

  /** In a transaction the pragma would be ignored without a word: so it is read back. */
  private void switchForeignKeysOff() throws SQLException {
    if (session.number("PRAGMA foreign_keys") == 0) {
      return;
    }
    session.execute("PRAGMA foreign_keys = OFF");
    if (session.number("PRAGMA foreign_keys") != 0) {
      throw new MigrationException(
          "foreign keys could not be switched off: the connection has an open transaction; end it"
              + " first");
    }
    foreignKeysOff = true;
  }

  /** After the transaction: as it was. */
  void restore() throws SQLException {
    if (touched) {
      session.execute("PRAGMA legacy_alter_table = " + (legacyAlterTable ? "ON" : "OFF"));
    }
    if (foreignKeysOff) {
      foreignKeysOff = false;
      session.execute("PRAGMA foreign_keys = ON");
    }
  }
}
