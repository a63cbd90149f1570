package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs what a seed builder is asked for, on a connection and in a transaction. */
final class Seed {
  private final @Nullable DataSource dataSource;
  private final @Nullable Connection connection;
  private final @Nullable SeedFile file;
  private final @Nullable SeedListener listener;
  private final Map<TableName, Long> ordinals = new HashMap<>();

  private Seed(
      @Nullable DataSource dataSource,
      @Nullable Connection connection,
      @Nullable SeedFile file,
      @Nullable SeedListener listener) {
    this.dataSource = dataSource;
    this.connection = connection;
    this.file = file;
    this.listener = listener;
  }

  static Seed of(DataSource dataSource) {
    return new Seed(Objects.requireNonNull(dataSource, "dataSource"), null, null, null);
  }

  static Seed of(Connection connection) {
    return new Seed(null, Objects.requireNonNull(connection, "connection"), null, null);
  }

  static Seed of(SeedFile file) {
    return new Seed(null, null, Objects.requireNonNull(file, "file"), null);
  }

  /** The same, telling how far it is. */
  Seed listener(SeedListener told) {
    Seed seed = new Seed(dataSource, connection, file, Objects.requireNonNull(told, "listener"));
    seed.ordinals.putAll(ordinals);
    return seed;
  }

  /**
   * Inserts rows and what they need.
   *
   * @param rows what is known of them
   * @param sharing what they share
   * @return their records, in the same order
   * @throws SeedException if that can't be; nothing is inserted then
   */
  List<Object> insert(List<RowSeed> rows, Sharing sharing) {
    return run(engine -> new Insertion(engine, ordinals, sharing).insert(rows));
  }

  /**
   * Inserts rows that are found out in the same transaction.
   *
   * @param rows finds them out
   * @return all rows that were inserted
   * @throws SeedException if that can't be; nothing is inserted then
   */
  List<Row> insert(Work<List<RowSeed>> rows, Sharing sharing) {
    return run(engine -> new Insertion(engine, ordinals, sharing).rows(rows.in(engine)));
  }

  /**
   * Inserts rows that users' functions say.
   *
   * @param rows calls these functions; if one fails, a script is as useless as after any failure
   */
  List<Object> insert(Supplier<List<RowSeed>> rows, Sharing sharing) {
    List<RowSeed> said;
    try {
      said = rows.get();
    } catch (RuntimeException | Error e) {
      if (file != null) {
        file.giveUp();
      }
      throw e;
    }
    return insert(said, sharing);
  }

  /**
   * Inserts complete records, or updates the rows that have their keys.
   *
   * <p>An identity key of 0 or null means that a record has none yet. If the table has exactly one
   * unique constraint and the record has a value for it, the row that agrees in it is updated, else
   * one is inserted; the database gives it its key. Records that it refers to must be in the
   * database.
   *
   * @param records the records
   * @return the records as the database holds them, with their keys, in the same order
   * @throws SeedException if that can't be; nothing is changed then
   */
  List<Object> upsert(List<Upsert.Of> records) {
    return run(engine -> new Upsert(engine).upsert(records));
  }

  /**
   * Reads a row anew.
   *
   * @param row a row of the record's entity, of which nothing is set
   * @param record a record with its key
   * @return the row's record
   * @throws SeedException if there is no such row, or the record has no key
   */
  Object reload(RowSeed row, Object record) {
    return run(engine -> Reload.of(engine, row, record));
  }

  /**
   * What is done in a transaction.
   *
   * @param <T> what it gives
   */
  interface Work<T> {
    T in(SeedEngine engine) throws SQLException;
  }

  /**
   * Does something in a transaction.
   *
   * @throws SeedException if it fails; nothing is changed then
   */
  <T> T run(Work<T> work) {
    try {
      if (file != null) {
        return run(file.engine(listener), true, work);
      }
      if (connection != null) {
        return run(SeedEngine.of(connection, listener), false, work);
      }
      try (Connection session = Objects.requireNonNull(dataSource).getConnection()) {
        return run(SeedEngine.of(session, listener), true, work);
      }
    } catch (SQLException e) {
      throw new SeedException("the database failed" + Problems.at() + ": " + e.getMessage(), e);
    }
  }

  private static <T> T run(SeedEngine engine, boolean own, Work<T> work) throws SQLException {
    SeedEngine.Transaction transaction = engine.begin(own);
    T result;
    try {
      result = work.in(engine);
      transaction.commit();
    } catch (SQLException | RuntimeException | Error e) {
      rollback(transaction, e);
      throw e;
    }
    return result;
  }

  private static void rollback(SeedEngine.Transaction transaction, Throwable cause) {
    try {
      transaction.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
