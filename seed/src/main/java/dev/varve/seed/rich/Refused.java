package dev.varve.seed.rich;

import dev.varve.seed.load.LoadException;
import dev.varve.seed.load.Refusal;
import dev.varve.seed.value.PostgresEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which row of a plan a database refused, and which constraint it breaks by which value. */
final class Refused {
  private static final String UNIQUE = "UNIQUE constraint failed: ";
  private static final String FOREIGN_KEY = "FOREIGN KEY constraint failed";
  private static final int LONGEST = 80;

  private final long seed;
  private final PlanTable table;
  private final List<PlanRow> rows;

  /**
   * Knows what was sent.
   *
   * @param rows those that went together
   */
  Refused(long seed, PlanTable table, List<PlanRow> rows) {
    this.seed = seed;
    this.table = table;
    this.rows = rows;
  }

  RichException of(LoadException e) {
    Refusal refusal = e.refusal();
    PlanRow row = e.row() < 0 || e.row() >= rows.size() ? find(refusal) : rows.get((int) e.row());
    if (row == null) {
      int last = rows.get(rows.size() - 1).ordinal + 1;
      String which = table.entity + " #" + (rows.get(0).ordinal + 1) + " to #" + last;
      return new RichException(
          which + " (seed " + seed + "): the database refused a row: " + refusal.message().strip(),
          e);
    }
    return new RichException(
        Generator.name(row, row.ordinal, seed)
            + ": "
            + why(row, refusal)
            + refusal.message().strip()
            + "\n  the row: "
            + cells(row, row.pattern().sent),
        e);
  }

  /** The row that the database names by the values of a key; null if it names none. */
  private @Nullable PlanRow find(Refusal refusal) {
    PlanRow found = null;
    for (PlanRow row : rows) {
      for (PlanUnique unique : table.keys) {
        boolean about = unique.name().equals(refusal.constraint());
        found = about && isKey(row, unique.columns(), refusal) ? row : found;
      }
      for (PlanRelation relation : table.foreignKeys) {
        boolean about = found == null && relation.constraint().equals(refusal.constraint());
        found = about && isKey(row, relation.columns(), refusal) ? row : found;
      }
    }
    return found;
  }

  private boolean isKey(PlanRow row, int[] columns, Refusal refusal) {
    StringBuilder text = new StringBuilder();
    for (int column : columns) {
      Object value = row.cells[column];
      if (value == null || value == PlanRow.UNSET) {
        return false;
      }
      text.append(text.length() == 0 ? "" : ", ");
      text.append(PostgresEncoder.text(table.columns.get(column).type(), value));
    }
    return text.toString().equals(refusal.key());
  }

  /** The values that are to blame, and the constraint. */
  private String why(PlanRow row, Refusal refusal) {
    String found = unique(row, refusal);
    found = found == null ? foreignKey(row, refusal) : found;
    if (found != null) {
      return found + ": ";
    }
    String constraint = refusal.constraint();
    PlanColumn column = column(refusal.column(), constraint);
    if (column == null) {
      return "the database refused the row: ";
    }
    String value = column.setter() + " = " + shown(row.cells[column.index()]);
    return value + (constraint == null ? " is refused: " : " breaks " + constraint + ": ");
  }

  private @Nullable String unique(PlanRow row, Refusal refusal) {
    for (PlanUnique unique : table.keys) {
      if (unique.name().equals(refusal.constraint()) || isNamed(unique, refusal.message())) {
        return setters(row, unique.columns()) + " breaks " + unique.name();
      }
    }
    return null;
  }

  /** SQLite names the columns. */
  private boolean isNamed(PlanUnique unique, String message) {
    int start = message.indexOf(UNIQUE);
    if (start < 0) {
      return false;
    }
    List<String> columns = new ArrayList<>();
    for (String name : message.substring(start + UNIQUE.length()).split(", ")) {
      String column = name.substring(name.lastIndexOf('.') + 1);
      columns.add(column.endsWith(")") ? column.substring(0, column.length() - 1) : column);
    }
    List<String> own = new ArrayList<>();
    for (int column : unique.columns()) {
      own.add(table.columns.get(column).name());
    }
    return own.equals(columns);
  }

  /** SQLite doesn't say which: then it is one of those to rows that were there before. */
  private @Nullable String foreignKey(PlanRow row, Refusal refusal) {
    List<String> candidates = new ArrayList<>();
    for (PlanRelation relation : table.foreignKeys) {
      boolean named = relation.constraint().equals(refusal.constraint());
      boolean possible = refusal.message().contains(FOREIGN_KEY) && isFromOutside(row, relation);
      if (named || possible) {
        candidates.add(
            relation.name()
                + " ("
                + cells(row, relation.columns())
                + ") breaks "
                + relation.constraint());
      }
    }
    return candidates.isEmpty() ? null : String.join(" or ", candidates);
  }

  private static boolean isFromOutside(PlanRow row, PlanRelation relation) {
    for (int column : relation.columns()) {
      if (row.cells[column] == null) {
        return false;
      }
    }
    return row.parents[relation.index()] < 0;
  }

  /** The column that a refusal is about: it says so, or the constraint is called after it. */
  private @Nullable PlanColumn column(@Nullable String name, @Nullable String constraint) {
    PlanColumn best = null;
    for (PlanColumn column : table.all) {
      String start = table.name.name() + "_" + column.name();
      boolean named = column.name().equals(name);
      boolean called =
          name == null
              && constraint != null
              && (constraint + "_").startsWith(start + "_")
              && (best == null || best.name().length() < column.name().length());
      best = named || called ? column : best;
    }
    return best;
  }

  private String setters(PlanRow row, int[] columns) {
    List<String> all = new ArrayList<>();
    for (int column : columns) {
      all.add(table.columns.get(column).setter() + " = " + shown(row.cells[column]));
    }
    return String.join(", ", all);
  }

  private String cells(PlanRow row, int[] columns) {
    List<String> all = new ArrayList<>();
    for (int column : columns) {
      all.add(table.columns.get(column).name() + " = " + shown(row.cells[column]));
    }
    return String.join(", ", all);
  }

  private static String shown(@Nullable Object value) {
    String text = value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
    String whole = value instanceof String ? '"' + text + '"' : text;
    return whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
  }
}
