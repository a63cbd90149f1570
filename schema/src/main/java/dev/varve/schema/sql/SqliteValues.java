package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
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
  private final SqliteChecks checks;

  /**
   * Values from the rows of one table.
   *
   * @param table its name, for errors
   * @param row its columns as they're before the change, in terms of the model, by their new names
   * @param present the model that the change leads to
   */
  public SqliteValues(String table, List<Column> row, Schema present) {
    checks = new SqliteChecks(names, present);
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
    boolean isTyped =
        from.sqlType().containsKey(Dialect.SQLITE) || to.sqlType().containsKey(Dialect.SQLITE);
    return new SqliteConversions(checks, names.quoted(table) + '.', value, table + '.' + to.name())
        .convert(from.type(), isTyped ? from.type() : to.type(), words);
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
          new SqliteConversions(checks, names.quoted(table) + '.', value, subject)
              .convert(other.get().type(), to.type()));
    }
    String text = fragments.text(fill).orElseThrow();
    String sql = SqliteDefaults.of(to, text);
    boolean isExpression = sql.startsWith("(");
    return Optional.of(
        isExpression
                && to.type() instanceof Decimal decimal
                && decimal.precision() > 0
                && SqliteFragments.isShared(fill)
            ? SqliteForm.rounded(text, decimal.scale())
            : sql);
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
