package dev.varve.seed.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads arrays from text. */
final class ArrayText {
  private ArrayText() {}

  /** Reads SQLite's form, a JSON array. */
  static List<@Nullable Object> json(ValueType type, String text) {
    List<@Nullable Object> elements = new ArrayList<>();
    if (JsonReader.read(text) instanceof List<?> values) {
      for (Object value : values) {
        elements.add(value == null ? null : StoredText.parse(type.elementType(), value.toString()));
      }
    }
    return elements;
  }

  /**
   * Reads PostgreSQL's form: {@code {1,NULL,"a \"b\""}} (<a
   * href="https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">Array Input and Output
   * Syntax</a>), of one dimension that starts at 1.
   */
  static List<@Nullable Object> postgres(ValueType type, String text) {
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw new IllegalArgumentException(text);
    }
    List<@Nullable Object> elements = new ArrayList<>();
    int end = text.length() - 1;
    int at = 1;
    while (at < end) {
      StringBuilder element = new StringBuilder();
      boolean quoted = text.charAt(at) == '"';
      at = quoted ? quoted(text, at + 1, element) : plain(text, at, element);
      boolean isNull = !quoted && element.toString().equals("NULL");
      elements.add(isNull ? null : StoredText.parse(type.elementType(), element.toString()));
      at++; // the comma
    }
    return elements;
  }

  private static int plain(String text, int start, StringBuilder element) {
    int at = start;
    while (text.charAt(at) != ',' && at < text.length() - 1) {
      element.append(text.charAt(at++));
    }
    return at;
  }

  private static int quoted(String text, int start, StringBuilder element) {
    int at = start;
    while (text.charAt(at) != '"') {
      element.append(text.charAt(text.charAt(at) == '\\' ? ++at : at));
      at++;
    }
    return at + 1;
  }
}
