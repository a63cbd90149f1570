package dev.varve.schema.plan;

import static dev.varve.schema.plan.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.change.Evolution;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a plan says of itself. */
class SqlitePlansTest {
  private static List<Migration> plan(EvolutionBuilder evolution) {
    return MigrationPlanner.plan(evolution.build(), Dialect.SQLITE, Versions.OLDEST);
  }

  private static TableBuilder t() {
    return table("t").column("a", "text");
  }

  @Test
  void isEmptyWhereNothingConcernsSqlite() {
    EvolutionBuilder comments = new EvolutionBuilder().from(t()).to(t().comment("Said of it."));
    assertEquals(List.of(), plan(comments));
    EvolutionBuilder schemas =
        new EvolutionBuilder()
            .from(table("a.t").column("a", "text"))
            .to(table("a_t").column("a", "text"))
            .renamed("a.t", "a_t");
    assertEquals(List.of(), plan(schemas));
    EvolutionBuilder words =
        new EvolutionBuilder()
            .from(table("t").column("a", "array(words(A))"))
            .to(table("t").column("a", "array(words(A,B))"));
    assertEquals("SELECT 1", plan(words).get(0).up().statements().get(0).sql());
    EvolutionBuilder order =
        new EvolutionBuilder()
            .from(t().column("b", "int16?"))
            .to(table("t").column("b", "int32?").column("a", "text"));
    assertEquals("SELECT 1", plan(order).get(0).up().statements().get(0).sql());
  }

  @Test
  void namesWhatItTakesAwayAsItIsBefore() {
    EvolutionBuilder evolution =
        new EvolutionBuilder()
            .from(table("a.t").column("old", "text").column("x", "text?"), table("gone"))
            .to(table("b.u").column("x", "text?"))
            .renamed("a.t", "b.u")
            .renamed("a.t", "x", "x");
    Script up = plan(evolution).get(0).up();
    assertEquals(
        List.of(
            new ColumnName(QualifiedName.of("a_t"), "old"),
            new ColumnName(QualifiedName.of("gone"), "")),
        up.destructive());
    assertTrue(up.foreignKeysOff());
    assertEquals(HazardCode.BC101, up.hazards().get(0).code());
  }

  @Test
  void leavesForeignKeysOnWhereNothingIsDropped() {
    EvolutionBuilder evolution = new EvolutionBuilder().from(t()).to(t().column("b", "text?"));
    assertFalse(plan(evolution).get(0).up().foreignKeysOff());
    assertFalse(plan(evolution).get(0).down().foreignKeysOff());
  }

  @Test
  void refusesToGoBackWhereSomebodySaidSo() {
    EvolutionBuilder evolution =
        new EvolutionBuilder()
            .from(t())
            .to(t().column("b", "text?"))
            .irreversible("t", "b", "sent to others");
    assertEquals(Optional.of("sent to others"), plan(evolution).get(0).down().irreversible());
    EvolutionBuilder other =
        new EvolutionBuilder()
            .from(t())
            .to(t().column("b", "text?"))
            .irreversible("t", "a", "not concerned");
    assertEquals(Optional.empty(), plan(other).get(0).down().irreversible());
  }

  @Test
  void givesRowsSomethingWhereAValueIsLost() throws Exception {
    Evolution evolution =
        new EvolutionBuilder().from(t().column("n", "int32").column("at", "date")).to(t()).build();
    Migration migration = MigrationPlanner.plan(evolution, Dialect.SQLITE, Versions.OLDEST).get(0);
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run("INSERT INTO t (a, n, at) VALUES ('x', 7, '2026-11-20')");
      database.run(migration.up());
      database.run(migration.down());
      assertEquals(List.of("x|0|1970-01-01"), database.rows("SELECT a, n, at FROM t"));
    }
  }

  @Test
  void failsWhereNothingWillDo() throws Exception {
    Evolution evolution =
        new EvolutionBuilder()
            .from(t().column("code", "text").unique("code").check("code", "code <> ''"))
            .to(t())
            .build();
    Migration migration = MigrationPlanner.plan(evolution, Dialect.SQLITE, Versions.OLDEST).get(0);
    assertTrue(
        migration.down().statements().get(1).comment().startsWith("Nothing says what rows get"));
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run("INSERT INTO t (a, code) VALUES ('x', 'c')");
      database.run(migration.up());
      assertThrows(SQLException.class, () -> database.run(migration.down()));
      database.run("DELETE FROM t");
      database.run(migration.down());
    }
  }

  /** DROP CONSTRAINT fails where RENAME has left a constraint its former name. */
  @Test
  void dropsChecksByTheNamesThatTheyHave() throws Exception {
    Versions newest = new Versions(18, 3053);
    EvolutionBuilder renamed =
        new EvolutionBuilder()
            .from(table("a").column("x", "text(9)"))
            .to(table("b").column("y", "text(9)"))
            .renamed("a", "b")
            .renamed("a", "x", "y");
    EvolutionBuilder longer =
        new EvolutionBuilder()
            .from(table("b").column("y", "text(9)"))
            .to(table("b").column("y", "text(10)"));
    try (SqliteDatabase database = SqliteDatabase.with(renamed.build().from())) {
      for (EvolutionBuilder step : List.of(renamed, longer)) {
        for (Migration migration : MigrationPlanner.plan(step.build(), Dialect.SQLITE, newest)) {
          assertEquals(List.of(), migration.up().rebuilt());
          database.run(migration.up());
          database.run(migration.down());
          database.run(migration.up());
        }
      }
    }
  }

  @Test
  void refersToTablesThatComeLater() throws Exception {
    Evolution evolution =
        new EvolutionBuilder()
            .from(t())
            .to(
                t(),
                table("a").refers("b_id", "int64?", "b", Action.SET_NULL),
                table("b").refers("a_id", "int64", "a", Action.CASCADE))
            .build();
    Migration migration = MigrationPlanner.plan(evolution, Dialect.SQLITE, Versions.OLDEST).get(0);
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run(migration.up());
      database.run("INSERT INTO a (b_id) VALUES (NULL); INSERT INTO b (a_id) VALUES (1)");
      database.run(migration.down());
      assertEquals(
          List.of("t"),
          database.rows("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"));
    }
  }
}
