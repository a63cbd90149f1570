package dev.varve.catalog;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Identity;
import java.util.List;
import java.util.Set;

/**
 * Reads CREATE TABLE as SQLite keeps it in {@code sqlite_schema}: the statement as somebody wrote
 * it, with names put in by renamings and definitions appended by ADD COLUMN (<a
 * href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>). SQLite's pragmas know
 * nothing of CHECKs, names of constraints, expressions or AUTOINCREMENT.
 */
final class SqliteTableParser {
  private static final Set<String> STRICT = Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

  private final SqliteCursor cursor;
  private final SqliteTable table;
  private boolean couldBeStrict = true;

  private SqliteTableParser(String sql, SqliteTable table) {
    cursor = new SqliteCursor(sql);
    this.table = table;
  }

  /**
   * The table that a statement makes.
   *
   * @throws IllegalStateException if it isn't what SQLite writes
   */
  static SqliteTable parse(String name, String sql) {
    SqliteTableParser parser = new SqliteTableParser(sql, new SqliteTable(name));
    parser.parse();
    return parser.table;
  }

  private void parse() {
    cursor.skipTo("(");
    cursor.expectSign("(");
    do {
      if (startsConstraint()) {
        // SQLite lets the comma between constraints go.
        while (startsConstraint()) {
          constraint();
        }
      } else {
        column();
      }
    } while (cursor.acceptSign(","));
    cursor.expectSign(")");
    options();
    keysAreNeverNull();
  }

  private boolean startsConstraint() {
    SqliteToken token = cursor.peek();
    return token.isWord("CONSTRAINT")
        || token.isWord("PRIMARY")
        || token.isWord("UNIQUE")
        || token.isWord("CHECK")
        || token.isWord("FOREIGN");
  }

  private void column() {
    SqliteColumnParser parser = new SqliteColumnParser(cursor, this);
    Column column = parser.parse();
    table.columns.add(column);
    couldBeStrict &= STRICT.contains(parser.declaredType());
  }

  private void constraint() {
    String name = cursor.accept("CONSTRAINT") ? cursor.name() : "";
    if (cursor.accept("PRIMARY", "KEY")) {
      primaryKey(name, cursor.names());
      conflict(name);
    } else if (cursor.accept("UNIQUE")) {
      table.uniqueKeys.add(new UniqueKey(name, cursor.names()));
      conflict(name);
    } else if (cursor.accept("CHECK")) {
      check(name);
    } else if (cursor.accept("FOREIGN", "KEY")) {
      List<String> columns = cursor.names();
      if (!cursor.accept("REFERENCES")) {
        throw cursor.unexpected("REFERENCES");
      }
      foreignKey(name, columns);
    } else {
      throw cursor.unexpected("a constraint");
    }
  }

  void primaryKey(String name, List<String> columns) {
    table.primaryKey = new PrimaryKey(name, columns);
  }

  void unique(String name, String column) {
    table.uniqueKeys.add(new UniqueKey(name, List.of(column)));
  }

  void check(String name) {
    table.checks.add(new Check(name, Sql.only(Dialect.SQLITE, cursor.enclosed())));
    conflict(name);
  }

  void note(String object, String sentence) {
    table.note(object, sentence);
  }

  /** Passes over {@code ON CONFLICT}, which says what to do when the constraint is violated. */
  void conflict(String object) {
    if (cursor.accept("ON", "CONFLICT")) {
      table.note(object, "the constraint has the clause ON CONFLICT " + cursor.next().text());
    }
  }

  /** Reads what follows the word REFERENCES. */
  void foreignKey(String name, List<String> columns) {
    QualifiedName target = QualifiedName.of(cursor.name());
    List<String> targetColumns = cursor.peek().isSign("(") ? cursor.names() : List.of();
    Action onDelete = Action.NO_ACTION;
    Action onUpdate = Action.NO_ACTION;
    while (true) {
      if (cursor.accept("ON", "DELETE")) {
        onDelete = action();
      } else if (cursor.accept("ON", "UPDATE")) {
        onUpdate = action();
      } else if (cursor.accept("MATCH")) {
        // Parsed by SQLite, and without any effect there.
        cursor.next();
      } else {
        break;
      }
    }
    boolean deferred = deferrable(name);
    table.foreignKeys.add(
        new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, deferred));
  }

  private Action action() {
    if (cursor.accept("SET", "NULL")) {
      return Action.SET_NULL;
    }
    if (cursor.accept("SET", "DEFAULT")) {
      return Action.SET_DEFAULT;
    }
    if (cursor.accept("CASCADE")) {
      return Action.CASCADE;
    }
    if (cursor.accept("RESTRICT")) {
      return Action.RESTRICT;
    }
    if (cursor.accept("NO", "ACTION")) {
      return Action.NO_ACTION;
    }
    throw cursor.unexpected("an action");
  }

  private boolean deferrable(String name) {
    boolean not = cursor.accept("NOT", "DEFERRABLE");
    if (!not && !cursor.accept("DEFERRABLE")) {
      return false;
    }
    if (cursor.accept("INITIALLY", "DEFERRED")) {
      return !not;
    }
    cursor.accept("INITIALLY", "IMMEDIATE");
    if (!not) {
      table.note(name, "the foreign key is DEFERRABLE, but INITIALLY IMMEDIATE");
    }
    return false;
  }

  private void options() {
    boolean strict = false;
    while (!cursor.atEnd()) {
      if (cursor.accept("STRICT")) {
        strict = true;
      } else if (cursor.accept("WITHOUT", "ROWID")) {
        table.note("", "the table is WITHOUT ROWID");
      } else if (!cursor.acceptSign(",") && !cursor.acceptSign(";")) {
        throw cursor.unexpected("the end of the statement");
      }
    }
    if (couldBeStrict && !strict) {
      table.note("", "the table isn't STRICT, its columns take values of any type");
    }
  }

  /** A key of one INTEGER column is the row's number, never null whatever the column says. */
  private void keysAreNeverNull() {
    List<String> key = table.primaryKey.columns();
    for (int i = 0; i < table.columns.size(); i++) {
      Column column = table.columns.get(i);
      boolean counter = column.source() instanceof Identity;
      boolean isRowNumber =
          key.size() == 1
              && key.get(0).equalsIgnoreCase(column.name())
              && column.type() == Simple.INT64;
      if (column.nullable() && (counter || isRowNumber)) {
        ValueSource source = column.source();
        table.columns.set(
            i, new Column(column.name(), column.type(), false, source, column.sqlType(), ""));
      }
    }
  }
}
