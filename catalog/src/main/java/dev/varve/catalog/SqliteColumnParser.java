package dev.varve.catalog;

import dev.varve.catalog.SqliteToken.Kind;
import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.sql.PhysicalSchema;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads one column of CREATE TABLE (<a
 * href="https://www.sqlite.org/syntax/column-def.html">column-def</a>).
 */
final class SqliteColumnParser {
  private static final Set<String> AFTER_TYPE =
      Set.of(
          "CONSTRAINT",
          "PRIMARY",
          "NOT",
          "NULL",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "COLLATE",
          "REFERENCES",
          "GENERATED",
          "AS");

  private final SqliteCursor cursor;
  private final SqliteTableParser table;
  private String name = "";
  private String type = "";
  private String collation = "";
  private boolean nullable = true;
  private ValueSource source = new Given();

  SqliteColumnParser(SqliteCursor cursor, SqliteTableParser table) {
    this.cursor = cursor;
    this.table = table;
  }

  Column parse() {
    name = cursor.name();
    type = type();
    while (!cursor.peek().isSign(",") && !cursor.peek().isSign(")")) {
      constraint();
    }
    String sqlType = collation.isEmpty() ? type : type + " COLLATE " + collation;
    return PhysicalSchema.column(name, sqlType, nullable, source, "", Dialect.SQLITE);
  }

  /** The type without a collation, in capitals. */
  String declaredType() {
    return type.toUpperCase(Locale.ROOT);
  }

  private String type() {
    int start = cursor.position();
    while (cursor.peek().isName()
        && !(cursor.peek().kind() == Kind.WORD
            && AFTER_TYPE.contains(cursor.peek().text().toUpperCase(Locale.ROOT)))) {
      cursor.next();
    }
    if (cursor.position() > start && cursor.peek().isSign("(")) {
      cursor.enclosed();
    }
    return cursor.textFrom(start);
  }

  private void constraint() {
    String constraint = cursor.accept("CONSTRAINT") ? cursor.name() : "";
    if (cursor.accept("PRIMARY", "KEY")) {
      primaryKey(constraint);
    } else if (cursor.accept("NOT", "NULL")) {
      nullable = false;
      table.conflict(name);
    } else if (cursor.accept("NULL")) {
      table.conflict(name);
    } else if (cursor.accept("UNIQUE")) {
      table.unique(constraint, name);
      table.conflict(name);
    } else if (cursor.accept("CHECK")) {
      table.check(constraint);
    } else if (cursor.accept("DEFAULT")) {
      source = new Default(Sql.only(Dialect.SQLITE, defaultValue()));
    } else if (cursor.accept("COLLATE")) {
      collation = cursor.name();
    } else if (cursor.accept("REFERENCES")) {
      table.foreignKey(constraint, List.of(name));
    } else if (cursor.accept("GENERATED", "ALWAYS", "AS") || cursor.accept("AS")) {
      computed();
    } else {
      throw cursor.unexpected("a constraint of the column " + name);
    }
  }

  private void primaryKey(String constraint) {
    if (cursor.accept("DESC")) {
      table.note(name, "the primary key is DESC, so the column isn't the row's number");
    } else {
      cursor.accept("ASC");
    }
    table.conflict(name);
    if (cursor.accept("AUTOINCREMENT")) {
      source = new Identity();
    }
    table.primaryKey(constraint, List.of(name));
  }

  private String defaultValue() {
    int start = cursor.position();
    if (cursor.peek().isSign("(")) {
      cursor.enclosed();
    } else {
      if (!cursor.acceptSign("-")) {
        cursor.acceptSign("+");
      }
      cursor.next();
    }
    return cursor.textFrom(start);
  }

  private void computed() {
    String expression = cursor.enclosed();
    boolean stored = cursor.accept("STORED");
    if (!stored) {
      cursor.accept("VIRTUAL");
    }
    source = new Computed(Sql.only(Dialect.SQLITE, expression), stored);
  }
}
