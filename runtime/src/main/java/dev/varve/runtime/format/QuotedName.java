package dev.varve.runtime.format;

import java.util.ArrayList;
import java.util.List;

/** How directives write names of tables and columns. */
final class QuotedName {
  private QuotedName() {}

  /** The parts of a name with dots between them; none where the text is no such name. */
  static List<String> parts(String names) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      if (c == '"' && quoted && i + 1 < names.length() && names.charAt(i + 1) == '"') {
        part.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return quoted || parts.contains("") ? List.of() : parts;
  }

  /** The name, with quotes where it holds more than letters, digits and _. */
  static String of(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_') {
        return '"' + name.replace("\"", "\"\"") + '"';
      }
    }
    return name;
  }
}
