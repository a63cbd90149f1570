package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The expressions by which rows that exist get the values of a changed table. */
public final class SqliteValues {
  private final Identifiers names = Identifiers.of(Dialect.SQLITE);
  private final String table;
  private final List<Column> row;
  private final SqliteFragments fragments;

  /**
   * Values from the rows of one table.
   *
   * @param table its name, for errors
   * @param row its columns as they're before the change, in terms of the model, by their new names
   */
  public SqliteValues(String table, List<Column> row) {
    this.table = table;
    this.row = row;
    fragments = new SqliteFragments(row);
  }

  /**
   * The value of a column that stays, in its new type; just its name where rows keep what they
   * have. An expression that meets a value which has no place in the new type fails.
   *
   * @param words other words for some of its words
   */
  public String kept(Column from, Column to, Map<String, String> words) {
    String value = names.quoted(to.name());
    String renamed = words.isEmpty() ? value : replaced(value, from.type(), words);
    if (from.sqlType().containsKey(Dialect.SQLITE) || to.sqlType().containsKey(Dialect.SQLITE)) {
      return renamed;
    }
    String subject = table + '.' + to.name();
    return new SqliteConversions(renamed, subject).convert(from.type(), to.type());
  }

  private static String replaced(String value, ColumnType type, Map<String, String> words) {
    return type instanceof Array
        ? SqliteConversions.mapped(value, replaced("value", words))
        : replaced(value, words);
  }

  private static String replaced(String value, Map<String, String> words) {
    StringBuilder sql = new StringBuilder("CASE ").append(value);
    for (Map.Entry<String, String> word : words.entrySet()) {
      sql.append(" WHEN ").append(Literals.text(word.getKey()));
      sql.append(" THEN ").append(Literals.text(word.getValue()));
    }
    return sql.append(" ELSE ").append(value).append(" END").toString();
  }

  /** The value that a person said; empty where nothing is said for SQLite. */
  public Optional<String> filled(Column to, Sql fill) {
    Optional<String> written = fill.in(Dialect.SQLITE);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Column> other = named(written.get().strip());
    if (other.isPresent()) {
      String value = names.quoted(other.get().name());
      String subject = table + '.' + to.name();
      return Optional.of(
          new SqliteConversions(value, subject).convert(other.get().type(), to.type()));
    }
    String sql = SqliteDefaults.of(to, fragments.text(fill).orElseThrow());
    boolean rounds =
        sql.startsWith("(")
            && to.type() instanceof Decimal decimal
            && decimal.precision() > 0
            && SqliteFragments.isShared(fill);
    return Optional.of(rounds ? SqliteForm.rounded(sql, ((Decimal) to.type()).scale()) : sql);
  }

  private Optional<Column> named(String text) {
    for (Column column : row) {
      if (text.equals(column.name()) || text.equals('"' + column.name() + '"')) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** A value, or another one where it is null. */
  public static String orElse(String value, String other) {
    return "coalesce(" + value + ", " + other + ')';
  }

  /** The column's value as it is. */
  public String unchanged(String column) {
    return names.quoted(column);
  }
}
