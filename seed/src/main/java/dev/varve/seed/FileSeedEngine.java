package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.Loader;
import dev.varve.seed.load.TableName;
import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.SqliteEncoder;
import dev.varve.seed.value.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script instead of a database: what is written can't be asked for. */
final class FileSeedEngine extends SeedEngine {
  private final SeedFile file;

  FileSeedEngine(SeedFile file, Loader loader, @Nullable SeedListener listener) {
    super(loader, listener);
    this.file = file;
  }

  @Override
  String name() {
    return isSqlite() ? "sqlite" : "postgresql";
  }

  @Override
  boolean isSqlite() {
    return file.format() == SeedFile.Format.SQLITE;
  }

  @Override
  Object stored(ValueType type, Object canonical) {
    return isSqlite()
        ? SqliteEncoder.value(type, canonical)
        : PostgresEncoder.text(type, canonical);
  }

  @Override
  String table(TableName name) {
    return isSqlite() ? name.sqlite() : name.postgres();
  }

  @Override
  List<@Nullable Object[]> query(String sql, List<Cell> cells, List<ValueType> types) {
    return List.of();
  }

  @Override
  boolean isReadable() {
    return false;
  }

  @Override
  void lock(TableShape table) {
    // Nobody else writes the file.
  }

  @Override
  Transaction begin(boolean own) {
    return new Transaction() {
      @Override
      public void commit() {
        // The file's own end commits.
      }

      @Override
      public void rollback() {
        file.giveUp();
      }
    };
  }
}
