package dev.varve.runtime.format;

import java.util.ArrayList;
import java.util.List;

/** How directives write names of tables and columns. */
final class QuotedName {
  private QuotedName() {}

  /** The parts of a name with dots between them; none where the text is no such name. */
  static List<String> parts(String names) {
    return parts(names, '.');
  }

  /** Names with a separator between them, without quotes; none where the text is no such list. */
  static List<String> parts(String names, char separator) {
    List<String> parts = new ArrayList<>();
    for (String part : split(names, separator)) {
      parts.add(unquoted(part));
    }
    return isOpen(names) || parts.contains("") ? List.of() : parts;
  }

  /** A text's parts between separators that are not in quotes. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Quotes switch; two of them between quotes are one that stays. */
  private static String unquoted(String name) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' && quoted && i + 1 < name.length() && name.charAt(i + 1) == '"') {
        text.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean isOpen(String names) {
    boolean quoted = false;
    for (int i = 0; i < names.length(); i++) {
      quoted ^= names.charAt(i) == '"';
    }
    return quoted;
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
