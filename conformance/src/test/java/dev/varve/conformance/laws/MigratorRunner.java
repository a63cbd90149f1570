package dev.varve.conformance.laws;

import dev.varve.runtime.MigrationException;
import dev.varve.runtime.Migrator;
import dev.varve.runtime.format.Backfill;
import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.runtime.format.MigrationName;
import dev.varve.runtime.format.Rebuild;
import dev.varve.schema.Dialect;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.Script;
import dev.varve.schema.plan.Statement;
import dev.varve.schema.sql.Identifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes migrations into a directory and has the real applier run them. */
final class MigratorRunner implements Runner {
  private static final long FIRST = 20261120070501L;

  /** Hundreds of migrations are nothing to tell. */
  private static final Logger LOGGER = Logger.getLogger("dev.varve.runtime");

  static {
    LOGGER.setLevel(Level.WARNING);
  }

  private final Dialect dialect;
  private final Migrator migrator;

  MigratorRunner(Engine engine, List<Migration> migrations, Path directory) {
    this.dialect = engine.dialect;
    this.migrator = Migrator.of(engine.connection).directory(directory).allowDataLoss();
    try {
      write(directory.resolve(dialect.directory()), migrations);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void up() throws SQLException {
    run(migrator::up);
  }

  @Override
  public void down(Migration migration) throws SQLException {
    run(() -> migrator.down(1));
  }

  private static void run(Supplier<?> action) throws SQLException {
    try {
      action.get();
    } catch (MigrationException e) {
      throw new SQLException(
          e.getMessage() + "\nin: " + e.statement().orElse("?"), e.sqlState().orElse(null), e);
    }
  }

  private void write(Path directory, List<Migration> migrations) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("migrations"));
    try (var old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    List<LockEntry> entries = new ArrayList<>();
    for (int i = 0; i < migrations.size(); i++) {
      Migration migration = migrations.get(i);
      MigrationName name =
          new MigrationName(Long.toString(FIRST + i), "change" + migration.phase().suffix());
      String up = text(migration, migration.up());
      String down = text(migration, migration.down());
      Files.writeString(folder.resolve(name.upFile()), up);
      Files.writeString(folder.resolve(name.downFile()), down);
      entries.add(new LockEntry(name, LockEntry.State.SEALED, Checksum.of(up), Checksum.of(down)));
    }
    Files.writeString(
        directory.resolve("varve.lock"), new LockFile(entries, Optional.empty()).write());
  }

  private String text(Migration migration, Script script) {
    StringBuilder text = new StringBuilder("-- varve: a pair of the laws\n");
    if (script.irreversible().isPresent()) {
      return text + "-- IRREVERSIBLE: " + script.irreversible().get() + "\n\nSELECT no_way_back;\n";
    }
    if (!script.transactional()) {
      text.append("-- varve:transaction none\n");
    }
    if (migration.phase() == Migration.Phase.CONTRACT) {
      text.append("-- varve:phase contract\n");
    }
    if (script.foreignKeysOff()) {
      text.append("-- varve:foreign_keys off\n");
    }
    script
        .rebuilt()
        .forEach(one -> text.append("-- varve:rebuild ").append(new Rebuild(one)).append('\n'));
    script
        .destructive()
        .forEach(
            one -> {
              String schema = dialect == Dialect.SQLITE ? "" : one.table().schema();
              String table =
                  dialect == Dialect.SQLITE ? Identifiers.flat(one.table()) : one.table().name();
              Destructive lost =
                  one.column().isEmpty()
                      ? Destructive.table(schema, table)
                      : Destructive.column(schema, table, one.column());
              text.append("-- varve:destructive ").append(lost).append('\n');
            });
    for (Statement statement : script.statements()) {
      text.append('\n');
      statement
          .batches()
          .ifPresent(
              batches -> text.append("-- varve:backfill ").append(small(batches)).append('\n'));
      text.append(statement.sql()).append(";\n");
    }
    return text.toString();
  }

  /** Few rows, so that even they need several batches. */
  private static Backfill small(Statement.Batches batches) {
    return new Backfill(List.of(), batches.key(), OptionalInt.of(2), Optional.of(Duration.ZERO));
  }
}
