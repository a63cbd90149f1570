package dev.varve.seed;

import dev.varve.seed.value.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A CHECK of a table.
 *
 * @param name its name in the database
 * @param conditions its condition: in PostgreSQL's words, then in SQLite's if these are others
 */
record CheckShape(String name, List<String> conditions) {
  /** Copies the list. */
  CheckShape {
    conditions = List.copyOf(conditions);
  }

  /** Reads the words of a line {@code check}. */
  static CheckShape read(String[] words) {
    List<String> conditions = new ArrayList<>();
    for (int i = 2; i < words.length; i++) {
      conditions.add(Words.decode(words[i]));
    }
    return new CheckShape(Words.decode(words[1]), conditions);
  }

  /** Whether the condition is about a column: its name stands in it, apart from other letters. */
  boolean mentions(String column) {
    for (String condition : conditions) {
      int at = condition.indexOf(column);
      while (at >= 0) {
        int end = at + column.length();
        if (!isPart(condition, at - 1) && !isPart(condition, end)) {
          return true;
        }
        at = condition.indexOf(column, end);
      }
    }
    return false;
  }

  private static boolean isPart(String text, int at) {
    return at >= 0 && at < text.length() && Character.isJavaIdentifierPart(text.charAt(at));
  }

  @Override
  public String toString() {
    return "CHECK " + name + " (" + conditions.get(0) + ')';
  }
}
