package dev.varve.conformance.crash;

import java.util.List;

/** Migrations for SQLite. */
final class SqliteScripts extends Scripts {
  private static final String REBUILD = "-- varve:foreign_keys off\n-- varve:rebuild account\n";

  @Override
  List<String> start() {
    return List.of(
        "CREATE TABLE audit (what TEXT NOT NULL)",
        "CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, balance INTEGER NOT NULL,"
            + " note TEXT)",
        "CREATE TABLE entry (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES"
            + " account ON DELETE CASCADE, amount INTEGER)",
        "CREATE TRIGGER own AFTER INSERT ON account BEGIN UPDATE account SET note = CASE WHEN"
            + " NEW.note IS NULL THEN 'none' ELSE NEW.note END WHERE id = NEW.id; END",
        "CREATE INDEX own_index ON account (note)",
        "CREATE VIEW totals AS SELECT account_id, sum(amount) AS total FROM entry GROUP BY 1",
        "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 3000) INSERT"
            + " INTO account (balance, note) SELECT i, 'n' || i FROM c",
        "DELETE FROM account WHERE id > 2990",
        "INSERT INTO entry (account_id, amount) SELECT id, balance FROM account");
  }

  @Override
  List<Written> irreversible() {
    return List.of();
  }

  @Override
  Written singleDraft(int second) {
    return Written.draft(
        second,
        "single_draft",
        SINGLY + audit("single") + "UPDATE account SET balance = balance * 3;",
        SINGLY + "UPDATE account SET balance = balance / 3;\n" + audit("single goes"));
  }

  @Override
  List<Written> reversible(int n) {
    String with = columns(n) + ", c" + n + " TEXT CHECK (c" + n + " <> '')";
    return List.of(
        pair(n, "", fill(n, CREATE), fill(n, "DROP TABLE t#;\n")),
        pair(
            n + 1,
            "",
            fill(n, "UPDATE account SET balance = balance + #;\n"),
            fill(n, "UPDATE account SET balance = balance - #;\n")),
        pair(n + 2, SINGLY, fill(n, SINGLE), fill(n, UNDO_SINGLE)),
        pair(n + 3, "", fill(n, TRIGGER), fill(n, "DROP TRIGGER g#;\n")),
        pair(n + 4, REBUILD, rebuilt(with, names(n)), rebuilt(columns(n), names(n))),
        pair(
            n + 5,
            "",
            fill(n, "UPDATE account SET c# = 'c' || id;\nUPDATE entry SET amount = amount + 1;\n"),
            fill(n, "UPDATE account SET c# = NULL;\nUPDATE entry SET amount = amount - 1;\n")));
  }

  private static String fill(int n, String sql) {
    return sql.replace("#", Integer.toString(n));
  }

  /** The columns that the rebuilds before have added. */
  private static String columns(int n) {
    StringBuilder columns = new StringBuilder();
    for (int before : List.of(10, 20, 70)) {
      columns.append(before < n ? fill(before, ", c# TEXT CHECK (c# <> '')") : "");
    }
    return columns.toString();
  }

  private static String names(int n) {
    StringBuilder names = new StringBuilder();
    for (int before : List.of(10, 20, 70)) {
      names.append(before < n ? ", c" + before : "");
    }
    return names.toString();
  }

  private static String rebuilt(String columns, String names) {
    return REBUILT.replace("{columns}", columns).replace("{names}", names);
  }

  private static final String CREATE =
      """
      CREATE TABLE t# (id INTEGER PRIMARY KEY, account INTEGER NOT NULL REFERENCES account);
      INSERT INTO t# SELECT id, id FROM account;
      """;

  private static final String SINGLE =
      """
      CREATE INDEX i# ON t# (account);
      UPDATE account SET balance = balance * 2;
      VACUUM;
      INSERT INTO audit VALUES ('between #');
      ANALYZE;
      """;

  private static final String UNDO_SINGLE =
      """
      DROP INDEX i#;
      PRAGMA foreign_keys = OFF;
      UPDATE account SET balance = balance / 2;
      PRAGMA foreign_keys = ON;
      """;

  private static final String TRIGGER =
      """
      CREATE TRIGGER g# AFTER UPDATE OF note ON account WHEN NEW.id < 0 BEGIN
        INSERT INTO audit VALUES (CASE WHEN 1 THEN 'x' END);
        DELETE FROM t#;
      END;
      """;

  private static final String REBUILT =
      """
      CREATE TABLE account_new (
        id INTEGER PRIMARY KEY AUTOINCREMENT, balance INTEGER NOT NULL, note TEXT{columns}
      );
      INSERT INTO account_new (id, balance, note{names}) SELECT id, balance, note{names} FROM account;
      UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'account')
        WHERE name = 'account_new';
      DROP TABLE account;
      ALTER TABLE account_new RENAME TO account;
      """;
}
