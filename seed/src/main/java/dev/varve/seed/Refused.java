package dev.varve.seed;

import dev.varve.seed.load.LoadException;
import dev.varve.seed.load.Refusal;
import dev.varve.seed.value.PostgresEncoder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of a row that a database refused which constraint it breaks, and by which of its values. */
final class Refused {
  private static final String UNIQUE = "UNIQUE constraint failed: ";
  static final String FOREIGN_KEY = "FOREIGN KEY constraint failed";

  private final Row row;
  private final Refusal refusal;
  private final @Nullable RelationShape missing;

  private Refused(Row row, Refusal refusal, @Nullable RelationShape missing) {
    this.row = row;
    this.refusal = refusal;
    this.missing = missing;
  }

  /** What the database said of a row, and what the row held. */
  static SeedException of(SeedEngine engine, Row row, SQLException e) {
    Refusal refusal = Refusal.of(e);
    return of(row, refusal, missing(engine, List.of(row), refusal, e), e);
  }

  /** The same of the row that the database named, or of all if it named none. */
  static SeedException of(SeedEngine engine, List<Row> rows, LoadException e) {
    Refusal refusal = e.refusal();
    boolean named = e.row() >= 0 || rows.size() == 1;
    Row row = named ? rows.get((int) Math.max(0, e.row())) : find(rows, refusal);
    MissingParent missing = missing(engine, row == null ? rows : List.of(row), refusal, e);
    row = row == null && missing != null ? missing.row() : row;
    return row != null
        ? of(row, refusal, missing, e)
        : Problems.of(
            rows.get(0),
            "the database refused one of " + rows.size() + " rows: " + refusal.message(),
            e);
  }

  private static @Nullable MissingParent missing(
      SeedEngine engine, List<Row> rows, Refusal refusal, Throwable cause) {
    try {
      return MissingParent.isSought(refusal) ? MissingParent.find(engine, rows) : null;
    } catch (SQLException e) {
      cause.addSuppressed(e);
      return null;
    }
  }

  private static SeedException of(
      Row row, Refusal refusal, @Nullable MissingParent missing, Throwable cause) {
    String why = new Refused(row, refusal, missing == null ? null : missing.relation()).why();
    String said = "the database said: " + refusal.message();
    String text = why == null ? said : why + "\n  " + said;
    return Problems.of(row, text + "\n  the row: " + shown(row), cause);
  }

  /** The row that the database names by the values of a key; null if it names none. */
  private static @Nullable Row find(List<Row> rows, Refusal refusal) {
    Row found = null;
    for (Row row : rows) {
      for (UniqueShape unique : row.shape.uniques) {
        // of two that are alike, the second is the one too many
        boolean about = name(row, unique).equals(refusal.constraint());
        found = about && isKey(row, unique.columns(), refusal) ? row : found;
      }
      for (RelationShape relation : row.shape.relations) {
        boolean about = found == null && relation.constraint().equals(refusal.constraint());
        found = about && isKey(row, relation.columns(), refusal) ? row : found;
      }
    }
    return found;
  }

  private static boolean isKey(Row row, int[] columns, Refusal refusal) {
    StringBuilder text = new StringBuilder();
    for (int column : columns) {
      Object value = row.value(column);
      if (value == null || value == Row.LEFT) {
        return false;
      }
      text.append(text.length() == 0 ? "" : ", ");
      text.append(PostgresEncoder.text(row.shape.columns.get(column).type, value));
    }
    return text.toString().equals(refusal.key());
  }

  private static String name(Row row, UniqueShape unique) {
    return unique.columns() == row.shape.key ? row.shape.keyName : unique.name();
  }

  private static String shown(Row row) {
    List<String> cells = new ArrayList<>();
    for (ColumnShape column : row.shape.columns) {
      if (row.value(column.index) != Row.LEFT) {
        cells.add(shown(row, column.index));
      }
    }
    return String.join(", ", cells);
  }

  private static String shown(Row row, int column) {
    Object value = row.value(column);
    String shown = value == Row.LEFT ? "its default" : Problems.shown(value);
    return row.shape.columns.get(column).name + " = " + shown;
  }

  private static String shown(Row row, int[] columns) {
    List<String> cells = new ArrayList<>();
    for (int column : columns) {
      cells.add(shown(row, column));
    }
    return String.join(", ", cells);
  }

  private @Nullable String why() {
    String found = check();
    found = found == null ? unique() : found;
    found = found == null ? foreignKey() : found;
    found = found == null ? distinct() : found;
    return found == null ? notNull() : found;
  }

  private @Nullable String check() {
    for (CheckShape check : row.shape.checks) {
      if (check.name().equals(refusal.constraint())) {
        List<String> cells = new ArrayList<>();
        for (ColumnShape column : row.shape.columns) {
          if (check.mentions(column.name)) {
            cells.add(shown(row, column.index));
          }
        }
        return (cells.isEmpty() ? "the row" : String.join(", ", cells)) + " breaks " + check;
      }
    }
    return null;
  }

  private @Nullable String unique() {
    for (UniqueShape unique : row.shape.uniques) {
      boolean isKey = unique.columns() == row.shape.key;
      String name = name(row, unique);
      if (name.equals(refusal.constraint()) || isNamed(unique)) {
        String constraint =
            (isKey ? "primary key " : "unique constraint ")
                + name
                + (unique.where().isEmpty() ? "" : " (of rows where " + unique.where() + ')');
        return shown(row, unique.columns()) + " is there already, and breaks " + constraint;
      }
    }
    return null;
  }

  /** What a unique index over expressions is called nobody has told. */
  private @Nullable String distinct() {
    boolean about = refusal.key() != null || refusal.message().contains(UNIQUE + "index ");
    if (!about || row.shape.distinct.isEmpty()) {
      return null;
    }
    int[] columns = row.shape.distinct.stream().mapToInt(Integer::intValue).sorted().toArray();
    return shown(row, columns)
        + ": a unique index over expressions takes that for the same as"
        + " another row's";
  }

  /** SQLite names the columns, or an index over expressions. */
  private boolean isNamed(UniqueShape unique) {
    int start = refusal.message().indexOf(UNIQUE);
    if (start < 0) {
      return false;
    }
    List<String> columns = new ArrayList<>();
    for (String name : refusal.message().substring(start + UNIQUE.length()).split(", ")) {
      String column = name.substring(name.lastIndexOf('.') + 1);
      columns.add(column.endsWith(")") ? column.substring(0, column.length() - 1) : column);
    }
    List<String> own = new ArrayList<>();
    for (int column : unique.columns()) {
      own.add(row.shape.columns.get(column).name);
    }
    return own.equals(columns);
  }

  /** Where nobody knows which, it is one of those to rows that were there before. */
  private @Nullable String foreignKey() {
    List<String> candidates = new ArrayList<>();
    for (RelationShape relation : row.shape.relations) {
      Row parent = row.parents[relation.index()];
      boolean named = relation == missing || relation.constraint().equals(refusal.constraint());
      boolean possible =
          missing == null && refusal.message().contains(FOREIGN_KEY) && isNotNull(relation);
      if (named || possible && (parent == null || parent.exists)) {
        candidates.add(
            relation.name()
                + " (foreign key "
                + relation.constraint()
                + ", "
                + shown(row, relation.columns())
                + ")");
      }
    }
    return candidates.isEmpty()
        ? null
        : String.join(" or ", candidates) + " refers to a row that isn't in the database";
  }

  /** What the constraint of a link to the other end is called: SQLite doesn't say it. */
  static String foreignKey(JunctionShape junction) {
    return junction.table().name() + '_' + String.join("_", junction.targetColumns()) + "_fkey";
  }

  private boolean isNotNull(RelationShape relation) {
    for (int column : relation.columns()) {
      if (row.value(column) == null) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String notNull() {
    for (ColumnShape column : row.shape.columns) {
      boolean named = Objects.equals(column.name, refusal.column());
      if (named && !column.nullable && row.value(column.index) == null) {
        return column.setter + " must not be null";
      }
    }
    return null;
  }
}
