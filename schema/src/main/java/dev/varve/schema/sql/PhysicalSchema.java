package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A schema's physical form: what a database of one dialect holds once {@link SchemaScript#create}
 * has run there, in the same values. It's the ground for comparisons with a database and for
 * migrations of one dialect.
 *
 * <ul>
 *   <li>There are no origins, and every {@link dev.varve.schema.Sql Sql} has a text for this
 *       dialect alone: the one that stands in the script.
 *   <li>Types are those that the dialect tells apart: PostgreSQL's {@code numeric} is {@code
 *       Decimal(0, 0)} wherever it came from; SQLite has INT64, FLOAT64, {@code Text(0)} and BYTES
 *       only. An overridden type that is none of these stays in {@link Column#sqlType}, spelled as
 *       the engine would, with the type {@code Text(0)}.
 *   <li>CHECKs that column types bring are listed with the others, and columns of primary keys and
 *       counters are never nullable.
 *   <li>A default is a {@link ValueSource.Default}, its text what follows the word DEFAULT; where
 *       the dialect has none, or can't count, the source is {@link ValueSource.Given}.
 *   <li>Indexes that can't be made are missing; {@code btree} is no method.
 *   <li>In SQLite there are no schemas, enum types or comments, and unique keys are unique indexes.
 *       Columns that an index includes are the last of its parts.
 * </ul>
 *
 * The physical form of a physical form is the same, and both give the same database.
 */
public final class PhysicalSchema {
  private PhysicalSchema() {}

  /** The physical form of {@code schema}. */
  public static Schema of(Schema schema, Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> postgres(schema);
      case SQLITE -> sqlite(schema);
    };
  }

  /**
   * A column in physical form.
   *
   * @param sqlType its type in any spelling that the dialect understands, but no enum type
   * @param source where its value comes from, in physical form
   */
  public static Column column(
      String name,
      String sqlType,
      boolean nullable,
      ValueSource source,
      String comment,
      Dialect dialect) {
    Column spelled =
        new Column(name, new Text(0), nullable, source, Map.of(dialect, sqlType), comment);
    return switch (dialect) {
      case POSTGRESQL -> PostgresForm.typed(spelled, nullable, source, comment);
      case SQLITE -> SqliteForm.typed(spelled, nullable, source);
    };
  }

  private static Schema postgres(Schema schema) {
    Identifiers names = Identifiers.of(Dialect.POSTGRESQL);
    List<Table> tables = new ArrayList<>(schema.tables().size());
    for (Table table : schema.tables()) {
      tables.add(new PostgresForm(names, table).table());
    }
    return new Schema(PostgresForm.enumTypes(schema), tables);
  }

  private static Schema sqlite(Schema schema) {
    SqliteChecks checks = new SqliteChecks(Identifiers.of(Dialect.SQLITE), schema);
    List<Table> tables = new ArrayList<>(schema.tables().size());
    for (Table table : schema.tables()) {
      tables.add(new SqliteForm(checks, table).table());
    }
    return new Schema(List.of(), tables);
  }
}
