package dev.varve.schema.sql;

import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.UniqueKey;

/** Constraints of a table as clauses, in the words that both dialects share. */
final class ConstraintClauses {
  private final Identifiers names;

  ConstraintClauses(Identifiers names) {
    this.names = names;
  }

  String primaryKey(PrimaryKey key) {
    return named(key.name()) + "PRIMARY KEY " + names.list(key.columns());
  }

  String uniqueKey(UniqueKey key) {
    return named(key.name()) + "UNIQUE " + names.list(key.columns());
  }

  String check(String name, String condition) {
    return named(name) + "CHECK (" + condition + ')';
  }

  String foreignKey(ForeignKey key) {
    StringBuilder sql = new StringBuilder(named(key.name()));
    sql.append("FOREIGN KEY ").append(names.list(key.columns())).append(' ');
    return sql.append(references(key)).toString();
  }

  /** The foreign key of a column, as it stands in the column's definition. */
  String reference(ForeignKey key) {
    return named(key.name()) + references(key);
  }

  private String references(ForeignKey key) {
    StringBuilder sql = new StringBuilder("REFERENCES ").append(names.quoted(key.target()));
    sql.append(' ').append(names.list(key.targetColumns()));
    action(sql, " ON DELETE ", key.onDelete());
    action(sql, " ON UPDATE ", key.onUpdate());
    return sql.append(key.deferrable() ? " DEFERRABLE INITIALLY DEFERRED" : "").toString();
  }

  private static void action(StringBuilder sql, String event, Action action) {
    switch (action) {
      case NO_ACTION -> {}
      case RESTRICT -> sql.append(event).append("RESTRICT");
      case CASCADE -> sql.append(event).append("CASCADE");
      case SET_NULL -> sql.append(event).append("SET NULL");
      case SET_DEFAULT -> sql.append(event).append("SET DEFAULT");
    }
  }

  private String named(String name) {
    return "CONSTRAINT " + names.quoted(name) + ' ';
  }
}
