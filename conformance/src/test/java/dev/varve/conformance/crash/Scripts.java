package dev.varve.conformance.crash;

import dev.varve.runtime.format.MigrationName;
import java.util.ArrayList;
import java.util.List;

/**
 * Migrations of each kind that an applier treats in its own way. What each of them does notes
 * itself in the table {@code audit}, and hardly anything of it could be done twice unnoticed.
 */
abstract sealed class Scripts permits PostgresqlScripts, SqliteScripts {
  static final String SINGLY = "-- varve:transaction none\n";

  private static final int LAST_KEPT = 43;

  /** What is there before the first migration. */
  abstract List<String> start();

  /** Pairs that undo each other, with versions from {@code n} on. */
  abstract List<Written> reversible(int n);

  /** What can't be reverted, with versions from 40 on. */
  abstract List<Written> irreversible();

  /** A draft of a script without a transaction. */
  abstract Written singleDraft(int second);

  /** The version that all before the drafts has. */
  static String kept() {
    return Written.sealed(LAST_KEPT, "any", "", "").name().version();
  }

  /** What is applied first; the drafts lie on top. */
  final List<Written> before() {
    List<Written> all = common();
    all.add(draft(60, "CREATE TABLE draft60 (x int);", "DROP TABLE draft60;"));
    all.add(
        draft(
            61,
            "ALTER TABLE entry ADD COLUMN d61 int DEFAULT 1; UPDATE entry SET d61 = id;",
            "ALTER TABLE entry DROP COLUMN d61;"));
    all.add(draft(62, "CREATE TABLE draft62 (x int);", "DROP TABLE draft62;"));
    return all;
  }

  /** What comes then: a draft is sealed, one has changed, one is gone, more have come. */
  final List<Written> after() {
    List<Written> all = common();
    Written draft = before().get(all.size());
    MigrationName name = draft.name();
    all.add(Written.sealed(60, name.name() + "_sealed", draft.up(), draft.down()));
    all.add(
        draft(
            61,
            "ALTER TABLE entry ADD COLUMN e61 int; UPDATE account SET balance = balance + 1;",
            "ALTER TABLE entry DROP COLUMN e61; UPDATE account SET balance = balance - 1;"));
    all.addAll(reversible(70));
    all.addAll(reversible(80));
    all.add(singleDraft(95));
    return all;
  }

  private List<Written> common() {
    List<Written> all = new ArrayList<>();
    all.addAll(reversible(10));
    all.addAll(reversible(20));
    all.addAll(irreversible());
    all.add(pair(LAST_KEPT, "", many(), "DROP TABLE many;\n"));
    return all;
  }

  static String audit(String what) {
    return "INSERT INTO audit VALUES ('" + what + "');\n";
  }

  static Written pair(int second, String directives, String up, String down) {
    String name = "m" + second;
    return Written.sealed(
        second,
        name,
        directives + audit(name + " begins") + up + audit(name + " ends"),
        directives + audit(name + " goes") + down + audit(name + " is gone"));
  }

  private static Written draft(int second, String up, String down) {
    String name = "draft" + second;
    return Written.draft(second, name, audit(name) + up, audit(name + " goes") + down);
  }

  /** More than fits into one string. */
  private static String many() {
    StringBuilder sql = new StringBuilder("CREATE TABLE many (x int);\n");
    for (int i = 0; i < 250; i++) {
      sql.append("INSERT INTO many VALUES (").append(i).append(");\n");
    }
    return sql.toString();
  }
}
