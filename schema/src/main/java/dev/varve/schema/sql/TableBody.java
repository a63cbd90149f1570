package dev.varve.schema.sql;

import java.util.ArrayList;
import java.util.List;

/** What stands between the parentheses of CREATE TABLE: one column or constraint a line. */
final class TableBody {
  private static final int TAB = 4;
  private static final int WIDEST = 32;

  private final List<String> comments = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> definitions = new ArrayList<>();
  private final List<String> constraints = new ArrayList<>();
  private int width;

  /**
   * Adds a column.
   *
   * @param comment whole lines of comment that go before it; may be empty
   */
  void column(String comment, String name, String definition) {
    comments.add(comment);
    names.add(name);
    definitions.add(definition);
    if (name.length() <= WIDEST) {
      width = Math.max(width, name.length());
    }
  }

  /** Adds a constraint. */
  void constraint(String constraint) {
    constraints.add(constraint);
  }

  /** Writes it, from the parenthesis to the parenthesis. */
  void appendTo(StringBuilder script) {
    // To whole tabs, so that a name a bit longer than the others doesn't change all their lines.
    int tab = (width / TAB + 1) * TAB;
    script.append("(\n");
    int lines = names.size() + constraints.size();
    for (int i = 0; i < names.size(); i++) {
      script.append(comments.get(i)).append("  ").append(names.get(i)).append(' ');
      for (int gap = names.get(i).length() + 1; gap < tab; gap++) {
        script.append(' ');
      }
      script.append(definitions.get(i)).append(--lines > 0 ? ",\n" : "\n");
    }
    for (String constraint : constraints) {
      script.append("  ").append(constraint).append(--lines > 0 ? ",\n" : "\n");
    }
    script.append(')');
  }
}
