package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case: files, each after a line {@code -- name --}.
 *
 * @param files their texts by name, in order
 */
record Sources(Map<String, String> files) {
  /** Splits the text of a case. */
  static Sources parse(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    String name = "";
    StringBuilder file = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("-- ") && line.endsWith(" --")) {
        files.put(name, file.toString());
        name = line.substring(3, line.length() - 3);
        file = new StringBuilder();
      } else {
        file.append(line).append('\n');
      }
    }
    files.put(name, file.substring(0, file.length() - 1));
    return new Sources(files);
  }

  /** Puts the files together again. */
  String write() {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (name, file) -> text.append(name.isEmpty() ? "" : "-- " + name + " --\n").append(file));
    return text.toString();
  }

  /** The Java sources among the files. */
  Map<String, String> java() {
    Map<String, String> java = new LinkedHashMap<>(files);
    java.keySet().removeIf(name -> !name.endsWith(".java"));
    return java;
  }

  /**
   * What a line such as {@code // ^ VARVE-012} says of the line above it: the code, and the column
   * of the caret.
   */
  List<Finding> expected() {
    List<Finding> expected = new ArrayList<>();
    java().forEach((name, source) -> expected.addAll(expected(name, source)));
    return expected;
  }

  private static List<Finding> expected(String name, String source) {
    List<Finding> expected = new ArrayList<>();
    String[] lines = source.split("\n", -1);
    int line = 0;
    for (int i = 0; i < lines.length; i++) {
      int caret = lines[i].indexOf('^');
      if (lines[i].strip().startsWith("//")
          && caret >= 0
          && lines[i].substring(caret + 1).matches(" [A-Z]{2,5}-?\\d{3}.*")) {
        for (String code : lines[i].substring(caret + 1).strip().split("[ ,]+")) {
          expected.add(new Finding(name, line + 1, caret + 1, code));
        }
      } else {
        line = i;
      }
    }
    return expected;
  }

  /**
   * A problem and where it is.
   *
   * @param line from 1
   * @param column from 1
   */
  record Finding(String file, int line, int column, String code) implements Comparable<Finding> {
    @Override
    public int compareTo(Finding other) {
      int byFile = file.compareTo(other.file);
      int byLine = Integer.compare(line, other.line);
      int byColumn = Integer.compare(column, other.column);
      int byCode = code.compareTo(other.code);
      return byFile != 0 ? byFile : byLine != 0 ? byLine : byColumn != 0 ? byColumn : byCode;
    }
  }
}
