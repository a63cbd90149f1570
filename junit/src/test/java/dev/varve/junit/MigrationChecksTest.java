package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.junit.shop.ShopSeed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The checks that come with one line. */
class MigrationChecksTest {
  static class ShopMigrations extends MigrationChecks<ShopSeed> {
    @Override
    protected void fill(ShopSeed seed) {
      seed.smoke(p -> p.taxRules(2, (row, chance) -> row.formula("0.19")));
    }
  }

  @Test
  void theyRunOnBothEnginesAndFindWhatIsNotSealed() {
    EngineExecutionResults results = Launch.of(ShopMigrations.class);
    List<String> failures = Launch.failures(results).stream().map(Throwable::toString).toList();
    assertEquals(2, failures.size(), failures.toString());
    for (String failure : failures) {
      assertTrue(failure.contains("is not sealed"), failure);
      assertTrue(failure.contains("-Avarve.seal=name"), failure);
    }
    assertEquals(4, results.testEvents().succeeded().count());
  }

  static class WithoutFill extends MigrationChecks<ShopSeed> {}

  @Test
  void whereRowsCannotBeInventedTheyAreAskedFor() {
    List<Throwable> failures =
        Launch.failures(Launch.of(WithoutFill.class)).stream()
            .filter(each -> !each.toString().contains("is not sealed"))
            .toList();
    assertEquals(2, failures.size(), failures.toString());
    for (Throwable failure : failures) {
      String said = failure.getMessage();
      assertTrue(said.contains("tax_rules.formula: no value can be invented"), said);
      assertTrue(said.contains("upper(formula) = lower(formula)"), said);
      assertTrue(said.contains("seed.smoke(p -> p.taxRules(2, (row, chance) -> row.form"), said);
      assertTrue(said.contains("have " + WithoutFill.class.getName() + " insert"), said);
      assertTrue(said.contains("@Override\n  protected void fill(ShopSeed seed)"), said);
    }
  }

  private static final String MAKE = "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;";
  private static final String WIDEN = "ALTER TABLE a ADD COLUMN b TEXT;";

  @TempDir private Path folder;

  @Test
  void aDownScriptThatLeavesSomethingIsFound() throws Exception {
    DatabaseFiles files = files(WIDEN, "SELECT 1;");
    String message = failureOf(AssertionFailedError.class, files);
    assertTrue(message.contains("taking back 20260102000000_widen"), message);
    assertTrue(message.contains("column b of table a isn't expected"), message);
    assertTrue(message.contains("Correct the down script"), message);
  }

  @Test
  void aDownScriptThatRowsHinderIsFound() throws Exception {
    String down =
        "CREATE TABLE c (id INTEGER CHECK (id > 1)) STRICT; INSERT INTO c SELECT id FROM a;";
    String message = failureOf(AssertionFailedError.class, files(WIDEN, down));
    assertTrue(message.contains("20260102000000_widen can't be taken back"), message);
    assertTrue(message.contains("overriding fill"), message);
  }

  @Test
  void anIrreversibleMigrationEndsTheWayBack() throws Exception {
    DatabaseFiles files = files(WIDEN, "-- IRREVERSIBLE: nobody knows\nSELECT never();");
    String message = failureOf(TestAbortedException.class, files);
    assertTrue(message.contains("20260102000000_widen and what comes before it"), message);
    assertTrue(message.contains("nobody knows"), message);
  }

  @Test
  void migrationsThatLeadElsewhereThanTheSchemaAreFound() throws Exception {
    DatabaseFiles files =
        files("ALTER TABLE a ADD COLUMN b INTEGER;", "ALTER TABLE a DROP COLUMN b;");
    List<EmptyDatabase> made = new ArrayList<>();
    Names names = Names.random();
    String message =
        assertThrows(
                AssertionFailedError.class,
                () ->
                    SameSchema.check(
                        files,
                        () -> {
                          made.add(empty(names));
                          return made.get(made.size() - 1).connections();
                        }))
            .getMessage();
    assertTrue(message.contains("column b of table a differs"), message);
    for (EmptyDatabase each : made) {
      each.close();
    }
  }

  private DatabaseFiles files(String up, String down) throws IOException {
    return new HandMade(folder)
        .migration("20260101000000_make", MAKE, "DROP TABLE a;")
        .migration("20260102000000_widen", up, down)
        .files("CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT) STRICT;");
  }

  private static String failureOf(Class<? extends Throwable> type, DatabaseFiles files)
      throws SQLException {
    EmptyDatabase empty = empty(Names.random());
    UpDownUp walk = new UpDownUp(files, empty.connections(), MigrationChecksTest::insertOne);
    String message = String.valueOf(assertThrows(type, walk::check).getMessage());
    empty.close();
    return message;
  }

  private static void insertOne(DataSource database) {
    try {
      Rows.execute(database, "INSERT INTO a (id) VALUES (1)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmptyDatabase empty(Names names) {
    try {
      SqliteMemory database = SqliteMemory.empty(names);
      return new EmptyDatabase(database.connections(), database::drop);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
