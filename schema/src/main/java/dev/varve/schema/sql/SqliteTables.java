package dev.varve.schema.sql;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Names;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.RandomUuid;
import java.util.List;
import java.util.Optional;

/**
 * CREATE TABLE in SQLite (<a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>).
 *
 * <p>Unique constraints aren't part of it: as indexes they can be dropped without building the
 * table anew.
 */
final class SqliteTables {
  private final Identifiers names;
  private final Constraints constraints;
  private final SqliteChecks checks;

  SqliteTables(Identifiers names, Schema schema) {
    this.names = names;
    constraints = new Constraints(names);
    checks = new SqliteChecks(names, schema);
  }

  void create(StringBuilder script, Table table, SqliteFragments fragments) {
    script.append(CommentLines.of("", table.comment()));
    script.append("CREATE TABLE IF NOT EXISTS ").append(names.quoted(table.name())).append(' ');
    TableBody body = new TableBody();
    boolean strict = true;
    for (Column column : table.columns()) {
      String comment = CommentLines.of("  ", column.comment());
      body.column(comment, names.quoted(column.name()), definition(table, column, fragments));
      strict &= SqliteTypes.isStrict(column);
    }
    if (!SqliteTypes.hasCounter(table) && !SqliteTypes.hasComputedKey(table)) {
      body.constraint(constraints.primaryKey(table.primaryKey()));
    }
    addChecks(body, table, fragments);
    for (ForeignKey key : table.foreignKeys()) {
      body.constraint(constraints.foreignKey(key));
    }
    body.appendTo(script);
    script.append(strict ? " STRICT;\n" : ";\n");
  }

  private static String definition(Table table, Column column, SqliteFragments fragments) {
    if (SqliteTypes.isCounter(table, column)) {
      return "INTEGER PRIMARY KEY AUTOINCREMENT";
    }
    return SqliteTypes.of(column)
        + source(column, fragments)
        + (column.nullable() ? "" : " NOT NULL");
  }

  private static String source(Column column, SqliteFragments fragments) {
    ValueSource source = column.source();
    if (source instanceof RandomUuid) {
      return " DEFAULT (" + SqliteDefaults.RANDOM_UUID + ')';
    }
    if (source instanceof Default value) {
      Optional<String> text = value.expression().in(Dialect.SQLITE);
      return text.isPresent() ? " DEFAULT " + SqliteDefaults.of(column, text.get()) : "";
    }
    if (source instanceof Computed computed) {
      return computed(column.type(), computed, fragments);
    }
    return "";
  }

  private static String computed(ColumnType type, Computed computed, SqliteFragments fragments) {
    Optional<String> text = fragments.text(computed.expression());
    if (text.isEmpty()) {
      return "";
    }
    String expression = text.get();
    if (type instanceof Decimal decimal
        && decimal.precision() > 0
        && SqliteFragments.isShared(computed.expression())) {
      expression = rounded(expression, decimal.scale());
    }
    return " GENERATED ALWAYS AS (" + expression + (computed.stored() ? ") STORED" : ") VIRTUAL");
  }

  /** What PostgreSQL does by itself when it stores a number; {@code printf} would make null 0. */
  private static String rounded(String expression, int scale) {
    return "CASE WHEN ("
        + expression
        + ") IS NOT NULL THEN printf('%."
        + scale
        + "f', "
        + expression
        + ") END";
  }

  private void addChecks(TableBody body, Table table, SqliteFragments fragments) {
    for (Column column : table.columns()) {
      String condition = checks.of(column);
      if (!condition.isEmpty()) {
        String name =
            SchemaScript.bringsCheck(column.type())
                ? Names.check(table.name(), List.of(column.name()))
                : Names.typeCheck(table.name(), column.name());
        body.constraint(constraints.check(name, condition));
      }
    }
    for (Check check : table.checks()) {
      Optional<String> condition = fragments.text(check.condition());
      if (condition.isPresent()) {
        body.constraint(constraints.check(check.name(), condition.get()));
      }
    }
  }
}
