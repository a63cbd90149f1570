package dev.varve.processor.read;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What a record's Javadoc says, as plain text.
 *
 * @param text the description; empty: nothing
 * @param components what its {@code @param} tags say, by component
 */
record Documentation(String text, Map<String, String> components) {
  private static final Documentation NONE = new Documentation("", Map.of());

  Documentation {
    components = Map.copyOf(components);
  }

  /** What a component's tag says; empty: nothing. */
  String component(String name) {
    return components.getOrDefault(name, "");
  }

  /** The documentation of {@code type}. */
  static Documentation of(TypeElement type, Elements elements) {
    String comment = elements.getDocComment(type);
    return comment == null ? NONE : parse(comment);
  }

  private static Documentation parse(String comment) {
    Map<String, String> components = new HashMap<>();
    StringBuilder text = new StringBuilder();
    StringBuilder block = text;
    for (String line : comment.split("\n", -1)) {
      String stripped = line.strip();
      if (stripped.startsWith("@") && !stripped.startsWith("@@")) {
        put(components, block, text);
        block = new StringBuilder(stripped);
      } else {
        block.append('\n').append(stripped);
      }
    }
    put(components, block, text);
    return new Documentation(JavadocText.plain(text.toString()), components);
  }

  private static void put(Map<String, String> components, StringBuilder block, StringBuilder text) {
    String tag = "@param";
    if (block == text || block.indexOf(tag) != 0) {
      return;
    }
    String rest = block.substring(tag.length()).strip();
    int end = 0;
    while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
      end++;
    }
    components.put(rest.substring(0, end), JavadocText.plain(rest.substring(end)));
  }
}
