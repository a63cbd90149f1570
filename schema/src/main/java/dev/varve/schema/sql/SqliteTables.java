package dev.varve.schema.sql;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;

/**
 * CREATE TABLE in SQLite (<a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>).
 *
 * <p>Unique constraints aren't part of it: as indexes they can be dropped without building the
 * table anew.
 */
final class SqliteTables {
  private final Identifiers names;
  private final String create;
  private final ConstraintClauses constraints;

  /**
   * Tables by these names.
   *
   * @param create the words that come first: CREATE TABLE, or those with IF NOT EXISTS
   */
  SqliteTables(Identifiers names, String create) {
    this.names = names;
    this.create = create;
    constraints = new ConstraintClauses(names);
  }

  void create(StringBuilder script, Table table, SqliteForm form) {
    script.append(CommentLines.of("", table.comment()));
    script.append(create).append(' ').append(names.quoted(table.name())).append(' ');
    TableBody body = new TableBody();
    boolean strict = true;
    for (Column column : table.columns()) {
      String comment = CommentLines.of("  ", column.comment());
      body.column(comment, names.quoted(column.name()), definition(table, column, form));
      strict &= SqliteTypes.isStrict(column);
    }
    PrimaryKey key = form.primaryKey();
    if (!key.columns().isEmpty() && !SqliteTypes.hasCounter(table)) {
      body.constraint(constraints.primaryKey(key));
    }
    for (Check check : form.checks()) {
      body.constraint(constraints.check(check.name(), text(check.condition())));
    }
    for (ForeignKey foreignKey : table.foreignKeys()) {
      body.constraint(constraints.foreignKey(foreignKey));
    }
    body.appendTo(script);
    script.append(strict ? " STRICT;\n" : ";\n");
  }

  private static String definition(Table table, Column column, SqliteForm form) {
    if (SqliteTypes.isCounter(table, column)) {
      return "INTEGER PRIMARY KEY AUTOINCREMENT";
    }
    return SqliteTypes.of(column)
        + source(form.source(column))
        + (form.isNullable(column) ? "" : " NOT NULL");
  }

  /** What follows the name of a column in physical form that isn't a counter. */
  static String definition(Column column) {
    return SqliteTypes.of(column)
        + source(column.source())
        + (column.nullable() ? "" : " NOT NULL");
  }

  private static String source(ValueSource source) {
    if (source instanceof Default value) {
      return " DEFAULT " + text(value.expression());
    }
    if (source instanceof Computed computed) {
      String kind = computed.stored() ? ") STORED" : ") VIRTUAL";
      return " GENERATED ALWAYS AS (" + text(computed.expression()) + kind;
    }
    return "";
  }

  private static String text(Sql sql) {
    return sql.in(Dialect.SQLITE).orElseThrow();
  }
}
