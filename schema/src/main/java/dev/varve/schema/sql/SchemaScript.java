package dev.varve.schema.sql;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.util.List;

/**
 * The scripts that make and unmake a whole schema.
 *
 * <p>Both can run twice in a row without error, in the dialects' shells ({@code psql}, {@code
 * sqlite3}) as well as through JDBC. They depend on the schema alone, break lines with LF and end
 * with one; the script of an empty schema is empty.
 */
public final class SchemaScript {
  private SchemaScript() {}

  /**
   * The body of {@code schema.sql}, and of the first migration: all tables after those that they
   * refer to, each followed by its comments and indexes.
   */
  public static String create(Schema schema, Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresScript(schema).create();
      case SQLITE -> new SqliteScript(schema).create();
    };
  }

  /**
   * The body of the first migration's down script: removes all that {@link #create} makes, children
   * first. SQLite's starts with the directive that has the applier switch foreign keys off.
   */
  public static String drop(Schema schema, Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresScript(schema).drop();
      case SQLITE -> new SqliteScript(schema).drop();
    };
  }

  /**
   * Whether columns of a type get a CHECK of their own in every dialect. It's called {@link
   * dev.varve.schema.Names#check Names.check(table, [column])}, so that no other of the table may
   * have this name. A CHECK that one dialect needs to hold a type which it hasn't is called {@link
   * dev.varve.schema.Names#typeCheck Names.typeCheck(table, column)}.
   */
  public static boolean bringsCheck(ColumnType type) {
    return type instanceof Words || type instanceof Array array && array.element() instanceof Words;
  }

  /**
   * What {@link #create} leaves out because {@code dialect} can't express it, by table. What a
   * person has written for other dialects only isn't listed, but where its absence changes what a
   * column or index is.
   */
  public static List<Limitation> limitations(Schema schema, Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> PostgresLimitations.of(schema);
      case SQLITE -> SqliteLimitations.of(schema);
    };
  }

  /**
   * Objects that would get the same name in {@code dialect}: {@code billing.invoices} and {@code
   * billing_invoices} in SQLite, or the indexes of {@code a (b_c)} and {@code a_b (c)} in any. A
   * schema with such objects has no script that makes all of it.
   */
  public static List<NameClash> clashes(Schema schema, Dialect dialect) {
    return NameClashes.of(schema, dialect);
  }
}
