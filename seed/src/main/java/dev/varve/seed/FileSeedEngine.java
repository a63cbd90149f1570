package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.Dialect;
import dev.varve.seed.load.Loader;
import dev.varve.seed.value.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script instead of a database: what is written can't be asked for. */
final class FileSeedEngine extends SeedEngine {
  private final SeedFile file;

  FileSeedEngine(SeedFile file, Loader loader, @Nullable SeedListener listener) {
    super(dialect(file.format()), loader, listener);
    this.file = file;
  }

  private static Dialect dialect(SeedFile.Format format) {
    return format == SeedFile.Format.SQLITE ? Dialect.SQLITE : Dialect.POSTGRESQL;
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
