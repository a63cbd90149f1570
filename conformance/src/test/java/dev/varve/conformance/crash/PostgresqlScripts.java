package dev.varve.conformance.crash;

import java.util.List;

/** Migrations for PostgreSQL. */
final class PostgresqlScripts extends Scripts {
  @Override
  List<String> start() {
    return List.of(
        "CREATE TABLE audit (what text NOT NULL)",
        "CREATE TYPE mood AS ENUM ('sad', 'ok')",
        "CREATE TABLE account (id int PRIMARY KEY, balance numeric NOT NULL, note text, mood mood)",
        "CREATE TABLE entry (id int PRIMARY KEY, account int REFERENCES account)",
        "INSERT INTO account SELECT i, i, 'n' || i, 'ok' FROM generate_series(1, 3000) i",
        "INSERT INTO entry SELECT i, i FROM generate_series(1, 3000) i");
  }

  @Override
  List<Written> irreversible() {
    return List.of(
        pair(40, SINGLY, "ALTER TYPE mood ADD VALUE 'glad';\n", "SELECT 1;\n"),
        pair(41, "", "ALTER TYPE mood ADD VALUE 'mad' AFTER 'sad';\n", "SELECT 1;\n"),
        pair(42, SINGLY, "UPDATE account SET mood = 'mad' WHERE id % 3 = 0;\n", "SELECT 1;\n"));
  }

  @Override
  Written singleDraft(int second) {
    return Written.draft(
        second,
        "online_draft",
        SINGLY
            + audit("online")
            + "CREATE INDEX CONCURRENTLY ionline ON account (mood);\n"
            + "UPDATE account SET balance = balance * 3;\n",
        SINGLY
            + "DROP INDEX CONCURRENTLY ionline;\n"
            + audit("online goes")
            + "UPDATE account SET balance = balance / 3;\n");
  }

  @Override
  List<Written> reversible(int n) {
    return List.of(
        pair(n, "", fill(n, CREATE), fill(n, "DROP TABLE t#;\n")),
        pair(
            n + 1,
            "",
            fill(n, "UPDATE account SET balance = balance + #;\nSELECT pg_sleep(0.005);\n"),
            fill(n, "UPDATE account SET balance = balance - #;\nSELECT pg_sleep(0.005);\n")),
        pair(n + 2, SINGLY, fill(n, INDEXES), fill(n, NO_INDEXES)),
        pair(
            n + 3,
            "",
            fill(
                n,
                "ALTER TABLE t# ADD CONSTRAINT f# FOREIGN KEY (a) REFERENCES account NOT VALID;\n"),
            fill(n, "ALTER TABLE t# DROP CONSTRAINT f#;\n")),
        pair(
            n + 4, SINGLY, fill(n, ONLINE), "UPDATE account SET balance = balance / 2;\nVACUUM;\n"),
        pair(n + 5, "", fill(n, TRIGGER), fill(n, "DROP TRIGGER g# ON t#;\nDROP FUNCTION f#();\n")),
        pair(
            n + 6,
            "",
            fill(n, COLUMN),
            fill(
                n,
                "-- varve:destructive column account.c#\nALTER TABLE account DROP COLUMN c#;\n")));
  }

  private static String fill(int n, String sql) {
    return sql.replace("#", Integer.toString(n));
  }

  private static final String CREATE =
      """
      CREATE TABLE t# (id int PRIMARY KEY, a int NOT NULL);
      INSERT INTO t# SELECT id, id FROM account;
      """;

  private static final String INDEXES =
      """
      CREATE INDEX CONCURRENTLY i# ON t# (a);
      INSERT INTO audit VALUES ('between #');
      CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS u# ON t# (a, id DESC) WHERE id > 5;
      """;

  private static final String NO_INDEXES =
      """
      DROP INDEX CONCURRENTLY i#;
      DROP INDEX CONCURRENTLY IF EXISTS u#;
      """;

  private static final String ONLINE =
      """
      UPDATE account SET balance = balance * 2;
      ALTER TABLE t# VALIDATE CONSTRAINT f#;
      VACUUM account;
      REINDEX INDEX CONCURRENTLY i#;
      """;

  private static final String TRIGGER =
      """
      CREATE FUNCTION f#() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN NEW.note := 'f'; RETURN NEW; END
      $$;
      CREATE TRIGGER g# BEFORE INSERT ON t# FOR EACH ROW WHEN (NEW.id < 0) EXECUTE FUNCTION f#();
      """;

  private static final String COLUMN =
      """
      ALTER TABLE account ADD COLUMN c# text;
      UPDATE account SET c# = note;
      ALTER TABLE account ALTER COLUMN c# SET NOT NULL;
      """;
}
