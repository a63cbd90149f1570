package dev.varve.runtime.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Fills a database with valid rows. Generated builders extend it, one for each database.
 *
 * <p>Each call inserts what it is asked for and what that needs, all or nothing, and returns the
 * record as the database holds it. What nobody has set is null where it may be, left to the
 * database where that has a default, and invented else: a value that type, length, constraints and
 * unique keys allow. A related row is made only if none was given and there must be one; what
 * several relations lead to is made once. The same calls invent the same values on every machine,
 * except that no unique value is taken twice: there it depends on what the database holds.
 *
 * <p>A builder over a {@link DataSource} takes a connection for each call and commits. Over a
 * {@link Connection}, a call is a transaction of its own in autocommit mode; else it becomes part
 * of the caller's transaction and commits nothing. A builder is not made for several threads at
 * once.
 */
// JSpecify's annotations are for tools: who inherits needn't have them.
@SuppressWarnings("exports")
public abstract class Seed {
  private final @Nullable DataSource dataSource;
  private final @Nullable Connection connection;
  private final Map<TableName, Long> ordinals = new HashMap<>();

  /**
   * A builder that takes a connection for each call.
   *
   * @param dataSource where it takes them from
   */
  protected Seed(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.connection = null;
  }

  /**
   * A builder that makes all its calls on one connection.
   *
   * @param connection the connection; it stays open
   */
  protected Seed(Connection connection) {
    this.dataSource = null;
    this.connection = Objects.requireNonNull(connection, "connection");
  }

  /**
   * Inserts a row and what it needs.
   *
   * @param row what is known of it
   * @return its record
   * @throws SeedException if that can't be; nothing is inserted then
   */
  protected final Object insert(RowSeed row) {
    Objects.requireNonNull(row, "the row's function returned null");
    return run((session, engine) -> new Insertion(session, engine, ordinals).insert(row));
  }

  /**
   * Inserts a complete record, or updates the row that has its key.
   *
   * <p>An identity key of 0 or null means that the record has none yet. If the table has exactly
   * one unique constraint and the record has a value for it, the row that agrees in it is updated,
   * else one is inserted; the database gives it its key. Records that it refers to must be in the
   * database.
   *
   * @param row a row of the record's entity, of which nothing is set
   * @param record the record
   * @return the record as the database holds it, with its key
   * @throws SeedException if that can't be; nothing is changed then
   */
  protected final Object upsert(RowSeed row, Object record) {
    Objects.requireNonNull(record, "record");
    return run((session, engine) -> new Upsert(session, engine).upsert(row, record));
  }

  /**
   * {@link #upsert(RowSeed, Object)} for a record of any entity.
   *
   * @param record the record
   * @param <R> its type
   * @return the record as the database holds it
   * @throws SeedException if it is no record of this database's entities
   */
  @SuppressWarnings("unchecked")
  protected final <R extends Record> R upsert(R record) {
    RowSeed row = seedOf(record.getClass().getName());
    if (row == null) {
      throw new SeedException(
          record.getClass().getName() + " is no entity of this database" + Problems.at());
    }
    return (R) upsert(row, (Object) record);
  }

  /**
   * A row of an entity, of which nothing is set.
   *
   * @param record the binary name of the entity's record
   * @return null if there is no such entity
   */
  protected @Nullable RowSeed seedOf(String record) {
    return null;
  }

  private interface Work {
    Object in(Connection session, SeedEngine engine) throws SQLException;
  }

  private Object run(Work work) {
    try {
      if (connection != null) {
        return run(connection, false, work);
      }
      try (Connection session = Objects.requireNonNull(dataSource).getConnection()) {
        return run(session, true, work);
      }
    } catch (SQLException e) {
      throw new SeedException("the database failed" + Problems.at() + ": " + e.getMessage(), e);
    }
  }

  private static Object run(Connection session, boolean own, Work work) throws SQLException {
    SeedEngine engine = SeedEngine.of(session);
    SeedEngine.Transaction transaction = engine.begin(session, own);
    Object result;
    try {
      result = work.in(session, engine);
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
