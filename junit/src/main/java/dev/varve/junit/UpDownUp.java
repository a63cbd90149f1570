package dev.varve.junit;

import dev.varve.runtime.MigrationException;
import dev.varve.runtime.Migrator;
import dev.varve.runtime.format.Directives;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * That each down script takes back what its up script has done, with rows in the tables, and that
 * all can be applied again.
 */
final class UpDownUp {
  private final DatabaseFiles files;
  private final DataSource database;
  private final Consumer<DataSource> fill;
  private final Migrator migrator;
  private final List<MigrationName> migrations = new ArrayList<>();
  private final List<Schema> before = new ArrayList<>();

  UpDownUp(DatabaseFiles files, DataSource database, Consumer<DataSource> fill) {
    this.files = files;
    this.database = database;
    this.fill = fill;
    this.migrator =
        Migrator.of(database)
            .database(files.name())
            .classLoader(files.loader())
            .allowDrafts()
            .allowDataLoss();
  }

  void check() throws SQLException {
    up();
    fill.accept(database);
    Schema newest = Catalogs.read(database);
    int left = down();
    migrator.up();
    requireSame(newest, "applying " + named(left) + " and all that follow once more");
    if (left == 0) {
      fill.accept(database);
    } else {
      throw new TestAbortedException(
          named(left - 1)
              + " and what comes before it were not taken back, since it is irreversible: "
              + irreversible(left - 1).orElseThrow());
    }
  }

  private void up() throws SQLException {
    for (LockEntry entry : files.lock().entries()) {
      migrations.add(entry.migration());
      before.add(Catalogs.read(database));
      migrator.upTo(entry.migration().version());
    }
  }

  /** How many can't be taken back. */
  private int down() throws SQLException {
    int left = migrations.size();
    while (left > 0 && irreversible(left - 1).isEmpty()) {
      left--;
      try {
        migrator.down(1);
      } catch (MigrationException e) {
        throw new AssertionFailedError(
            "with rows in all tables, "
                + named(left)
                + " can't be taken back: "
                + e.getMessage()
                + "\nCorrect its down script, declare it @Irreversible, or insert rows that it can"
                + " keep by overriding fill",
            e);
      }
      requireSame(before.get(left), "taking back " + named(left));
    }
    return left;
  }

  private Optional<String> irreversible(int index) {
    return Directives.parse(files.script(migrations.get(index).downFile())).irreversible();
  }

  private String named(int index) {
    return index < migrations.size() ? migrations.get(index).toString() : "nothing";
  }

  private void requireSame(Schema expected, String after) throws SQLException {
    List<String> differences = Catalogs.between(expected, Catalogs.read(database), database);
    if (!differences.isEmpty()) {
      throw new AssertionFailedError(
          after
              + " doesn't lead to what was there before:\n  "
              + String.join("\n  ", differences)
              + "\nCorrect the down script; in a sealed migration, by one that follows it");
    }
  }
}
