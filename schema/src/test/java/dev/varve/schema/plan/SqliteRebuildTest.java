package dev.varve.schema.plan;

import static dev.varve.schema.plan.TableBuilder.bare;
import static dev.varve.schema.plan.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.change.Evolution;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that are built anew lose nothing, whatever refers to them. */
class SqliteRebuildTest {
  private static final String ROWS =
      """
      INSERT INTO p (id, name, up_id) VALUES (1, 'one', NULL), (2, 'two', 1), (3, 'three', 3), (9, 'x', 1);
      INSERT INTO kids (p_id, maybe_id) VALUES (1, 1), (2, NULL), (2, 3);
      DELETE FROM p WHERE id = 9;
      CREATE TABLE log (line TEXT);
      CREATE TRIGGER on_p AFTER UPDATE ON p BEGIN INSERT INTO log VALUES (old.name || new.name); END;
      CREATE TRIGGER on_kids AFTER INSERT ON kids BEGIN
        INSERT INTO log SELECT name FROM p WHERE id = new.p_id; END;
      CREATE VIEW names AS SELECT name AS name FROM p;
      CREATE VIEW more_names AS SELECT name || '!' AS name FROM names;
      """;

  private static TableBuilder parent() {
    return table("p").column("name", "text").refers("up_id", "int64?", "p", Action.CASCADE);
  }

  private static TableBuilder kids() {
    return table("kids")
        .refers("p_id", "int64", "p", Action.CASCADE)
        .refers("maybe_id", "int64?", "p", Action.SET_NULL);
  }

  private static Migration plan(Evolution evolution) {
    return MigrationPlanner.plan(evolution, Dialect.SQLITE, Versions.OLDEST).get(0);
  }

  @Test
  void keepsAllThatRefersToIt() throws Exception {
    Evolution evolution =
        new EvolutionBuilder()
            .from(parent(), kids())
            .to(parent().check("name", "name <> ''").index("up_id"), kids())
            .build();
    Migration migration = plan(evolution);
    assertEquals(List.of("p"), migration.up().rebuilt());
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run(ROWS);
      for (Script script : List.of(migration.up(), migration.down(), migration.up())) {
        database.run(script);
        assertEquals(
            List.of("1|one|null", "2|two|1", "3|three|3"), database.rows("SELECT * FROM p"));
        assertEquals(List.of("1|1|1", "2|2|null", "3|2|3"), database.rows("SELECT * FROM kids"));
        assertEquals(
            List.of("one!", "two!", "three!"), database.rows("SELECT name FROM more_names"));
        assertEquals(List.of(), database.rows("SELECT * FROM log"));
        assertEquals(List.of(), database.rows("PRAGMA foreign_key_check"));
        assertEquals(List.of("0"), database.rows("PRAGMA legacy_alter_table"));
      }
      database.run("INSERT INTO p (name) VALUES ('new')");
      assertEquals(List.of("10"), database.rows("SELECT max(id) FROM p"), "9 is used up");
      database.run("UPDATE p SET name = 'ONE' WHERE id = 1");
      database.run("INSERT INTO kids (p_id) VALUES (2)");
      assertEquals(List.of("oneONE", "two"), database.rows("SELECT line FROM log"));
      database.run("DELETE FROM p WHERE id = 2");
      assertEquals(List.of("1|1|1"), database.rows("SELECT * FROM kids"), "cascades as ever");
    }
  }

  @Test
  void goesOnCountingAlsoWhereAllRowsAreGone() throws Exception {
    Evolution evolution =
        new EvolutionBuilder()
            .from(table("t").column("a", "text"))
            .to(table("t").column("a", "text?"))
            .build();
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run("INSERT INTO t (a) VALUES ('x'), ('y'); DELETE FROM t");
      database.run(plan(evolution).up());
      database.run("INSERT INTO t (a) VALUES ('z')");
      assertEquals(List.of("3"), database.rows("SELECT id FROM t"));
      assertEquals(List.of("t|3"), database.rows("SELECT name, seq FROM sqlite_sequence"));
    }
  }

  @Test
  void countsOnlyWhereTheKeyStays() throws Exception {
    Evolution evolution =
        new EvolutionBuilder()
            .from(bare("t").column("code", "int64").key("code"))
            .to(table("t").column("code", "int64"))
            .build();
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run("INSERT INTO t (code) VALUES (70), (80)");
      database.run(plan(evolution).up());
      assertEquals(List.of("1|70", "2|80"), database.rows("SELECT id, code FROM t"));
      database.run(plan(evolution).down());
      assertEquals(List.of("70", "80"), database.rows("SELECT code FROM t"));
    }
  }

  @Test
  void leavesNothingWhereAValueHasNoPlace() throws Exception {
    Evolution evolution =
        new EvolutionBuilder()
            .from(table("t").column("a", "text").index("a"))
            .to(table("t").column("a", "text(3)").index("a"))
            .build();
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run("INSERT INTO t (a) VALUES ('abc'), ('abcd')");
      List<String> stored = database.stored();
      Script up = plan(evolution).up();
      assertThrows(SQLException.class, () -> database.run(up));
      assertEquals(stored, database.stored());
      assertEquals(List.of("1|abc", "2|abcd"), database.rows("SELECT * FROM t"));
    }
  }

  @Test
  void copiesManyRows() throws Exception {
    Evolution evolution =
        new EvolutionBuilder()
            .from(parent(), kids())
            .to(parent().column("tier", "words(FREE,PRO)"), kids().check("p", "p_id > 0"))
            .backfill("p", "tier", "CASE id % 2 WHEN 0 THEN 'PRO' ELSE 'FREE' END")
            .build();
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      String numbers =
          "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 100000) ";
      database.run(
          numbers + "INSERT INTO p (id, name, up_id) SELECT n, 'p' || n, nullif(n / 2, 0) FROM c");
      database.run(numbers + "INSERT INTO kids (p_id, maybe_id) SELECT n, nullif(n % 9, 0) FROM c");
      String digest = "SELECT count(*), sum(id), sum(length(name)), sum(up_id) FROM p";
      String kids = "SELECT count(*), sum(p_id), sum(maybe_id), count(maybe_id) FROM kids";
      List<String> before = database.rows(digest);
      List<String> kidsBefore = database.rows(kids);
      Migration migration = plan(evolution);
      assertTrue(migration.up().transactional());
      database.run(migration.up());
      assertEquals(before, database.rows(digest));
      assertEquals(kidsBefore, database.rows(kids));
      assertEquals(
          List.of("FREE|50000", "PRO|50000"),
          database.rows("SELECT tier, count(*) FROM p GROUP BY tier"));
      database.run(migration.down());
      assertEquals(before, database.rows(digest));
      assertEquals(kidsBefore, database.rows(kids));
    }
  }

  @Test
  void isRenamedFirst() throws Exception {
    Evolution evolution =
        new EvolutionBuilder()
            .from(parent(), kids())
            .to(
                table("folders")
                    .column("title", "text(9)")
                    .refers("up_id", "int64?", "folders", Action.CASCADE),
                table("kids")
                    .refers("p_id", "int64", "folders", Action.CASCADE)
                    .refers("maybe_id", "int64?", "folders", Action.SET_NULL))
            .renamed("p", "folders")
            .renamed("p", "name", "title")
            .build();
    Migration migration = plan(evolution);
    assertEquals(List.of("folders"), migration.up().rebuilt());
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run(ROWS);
      List<String> before = database.stored();
      database.run(migration.up());
      assertEquals(List.of("one", "two", "three"), database.rows("SELECT title FROM folders"));
      assertEquals(List.of("one!", "two!", "three!"), database.rows("SELECT name FROM more_names"));
      database.run(migration.down());
      assertEquals(before.size(), database.stored().size());
      assertEquals(List.of("1|1|1", "2|2|null", "3|2|3"), database.rows("SELECT * FROM kids"));
      database.run("UPDATE p SET name = 'ONE' WHERE id = 1");
      assertEquals(List.of("oneONE"), database.rows("SELECT line FROM log"));
    }
  }
}
