package dev.varve.schema.sql;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
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

  void create(StringBuilder script, Table table) {
    script.append(CommentLines.of("", table.comment()));
    script.append("CREATE TABLE IF NOT EXISTS ").append(names.quoted(table.name())).append(' ');
    TableBody body = new TableBody();
    boolean strict = true;
    for (Column column : table.columns()) {
      String comment = CommentLines.of("  ", column.comment());
      body.column(comment, names.quoted(column.name()), definition(table, column));
      strict &= SqliteTypes.isStrict(column);
    }
    if (!SqliteTypes.hasCounter(table)) {
      body.constraint(constraints.primaryKey(table.primaryKey()));
    }
    addChecks(body, table);
    for (ForeignKey key : table.foreignKeys()) {
      body.constraint(constraints.foreignKey(key));
    }
    body.appendTo(script);
    script.append(strict ? " STRICT;\n" : ";\n");
  }

  private static String definition(Table table, Column column) {
    if (SqliteTypes.isCounter(table, column)) {
      return "INTEGER PRIMARY KEY AUTOINCREMENT";
    }
    return SqliteTypes.of(column) + source(column) + (column.nullable() ? "" : " NOT NULL");
  }

  private static String source(Column column) {
    ValueSource source = column.source();
    if (source instanceof RandomUuid) {
      return " DEFAULT (" + SqliteDefaults.RANDOM_UUID + ')';
    }
    if (source instanceof Default value) {
      return value
          .expression()
          .in(Dialect.SQLITE)
          .map(text -> " DEFAULT " + SqliteDefaults.of(column, text))
          .orElse("");
    }
    if (source instanceof Computed computed) {
      String suffix = computed.stored() ? ") STORED" : ") VIRTUAL";
      return computed
          .expression()
          .in(Dialect.SQLITE)
          .map(text -> " GENERATED ALWAYS AS (" + text + suffix)
          .orElse("");
    }
    return "";
  }

  private void addChecks(TableBody body, Table table) {
    for (Column column : table.columns()) {
      String condition = checks.of(column);
      if (!condition.isEmpty()) {
        String name = Names.check(table.name(), List.of(column.name()));
        body.constraint(constraints.check(name, condition));
      }
    }
    for (Check check : table.checks()) {
      Optional<String> condition = check.condition().in(Dialect.SQLITE);
      if (condition.isPresent()) {
        body.constraint(constraints.check(check.name(), condition.get()));
      }
    }
  }
}
