package dev.varve.example;

import java.util.List;

/** Rows of text in columns that line up. */
final class TextTable {
  private TextTable() {}

  /**
   * Puts the cells below each other.
   *
   * @param lines the headings, then the rows, all of the same length
   */
  static String of(List<List<String>> lines) {
    int[] widths = widths(lines);
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      append(table, lines.get(i), widths);
      if (i == 0) {
        append(table, List.of(), widths);
      }
    }
    return table.toString();
  }

  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return widths;
  }

  /** One line; without cells a rule. */
  private static void append(StringBuilder table, List<String> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.isEmpty() ? "-".repeat(widths[i]) : cells.get(i);
      table.append("  ").append(cell).append(" ".repeat(widths[i] - cell.length()));
    }
    while (table.charAt(table.length() - 1) == ' ') {
      table.setLength(table.length() - 1);
    }
    table.append('\n');
  }
}
