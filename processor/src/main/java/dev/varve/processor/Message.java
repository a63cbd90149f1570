package dev.varve.processor;

import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;

/**
 * Every message of the processor. {@code docs/diagnostics.md} explains each with an example.
 *
 * <p>A code is never given a second meaning, so there may be gaps.
 */
public enum Message {
  /** An entity that is a class, an interface, an enum or an annotation. */
  ENTITY_IS_NO_RECORD(
      1, Kind.ERROR, "@Entity \"{0}\" is {1}; an entity is a record: write \"record {0}(...)\"");

  private final int number;
  private final Kind kind;
  private final String text;

  Message(int number, Kind kind, String text) {
    this.number = number;
    this.kind = kind;
    this.text = text;
  }

  /** {@code VARVE-} and three digits. */
  public String code() {
    String digits = Integer.toString(number);
    return "VARVE-" + "0".repeat(3 - digits.length()) + digits;
  }

  /** How severe it is. */
  public Diagnostic.Kind kind() {
    return kind;
  }

  /** The text with {@code {0}}, {@code {1}} … replaced. */
  String text(List<String> arguments) {
    StringBuilder result = new StringBuilder(text.length() + 64);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      result.append(text, from, open);
      int close = text.indexOf('}', open);
      result.append(arguments.get(Integer.parseInt(text.substring(open + 1, close))));
      from = close + 1;
    }
    return result.append(text, from, text.length()).toString();
  }
}
