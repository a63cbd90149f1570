package dev.varve.processor.read;

/** Javadoc's markup reduced to plain text. */
final class JavadocText {
  private final String source;
  private final StringBuilder text = new StringBuilder();
  private int at;

  private JavadocText(String source) {
    this.source = source;
  }

  /**
   * Inline tags become their text, HTML tags vanish, the commonest entities become characters;
   * paragraphs become lines, other white space one blank.
   */
  static String plain(String source) {
    return new JavadocText(source).read();
  }

  private String read() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '{' && source.startsWith("{@", at)) {
        inlineTag();
      } else if (c == '<' && isHtmlTag()) {
        htmlTag();
      } else if (c == '&') {
        entity();
      } else {
        append(c);
        at++;
      }
    }
    return text.toString().strip();
  }

  /** Appends a character of the comment; white space only once. */
  private void append(char c) {
    if (!Character.isWhitespace(c)) {
      text.append(c);
    } else if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.append(' ');
    }
  }

  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      append(words.charAt(i));
    }
  }

  private void inlineTag() {
    int end = closingBrace();
    String inside = source.substring(at + 2, Math.max(at + 2, end)).strip();
    at = Math.min(source.length(), end + 1);
    int space = 0;
    while (space < inside.length() && !Character.isWhitespace(inside.charAt(space))) {
      space++;
    }
    String tag = inside.substring(0, space);
    String content = inside.substring(space).strip();
    append(tag.startsWith("link") ? linkText(content) : content);
  }

  private int closingBrace() {
    int depth = 0;
    for (int i = at; i < source.length(); i++) {
      char c = source.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return source.length();
  }

  /** The label of a link, else what it leads to: {@code Customer}, {@code Customer.email}. */
  private static String linkText(String content) {
    int depth = 0;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      depth += c == '(' || c == '<' ? 1 : c == ')' || c == '>' ? -1 : 0;
      if (depth == 0 && Character.isWhitespace(c)) {
        return content.substring(i + 1).strip();
      }
    }
    String target = content.startsWith("#") ? content.substring(1) : content;
    return target.replace('#', '.');
  }

  private boolean isHtmlTag() {
    int next = at + 1;
    if (next < source.length() && source.charAt(next) == '/') {
      next++;
    }
    return next < source.length()
        && (Character.isLetter(source.charAt(next)) || source.charAt(next) == '!')
        && source.indexOf('>', next) >= 0;
  }

  private void htmlTag() {
    int end = source.indexOf('>', at);
    String name = source.substring(at + 1, end).strip();
    at = end + 1;
    boolean breaks = name.equals("p") || name.startsWith("br") || name.equals("li");
    if (breaks && text.length() > 0) {
      text.setLength(text.toString().stripTrailing().length());
      text.append('\n');
    }
  }

  private void entity() {
    int end = source.indexOf(';', at);
    String name = end < 0 || end > at + 8 ? "" : source.substring(at + 1, end);
    String character =
        switch (name) {
          case "lt" -> "<";
          case "gt" -> ">";
          case "amp" -> "&";
          case "quot" -> "\"";
          case "nbsp" -> " ";
          case "mdash" -> "\u2014";
          case "ndash" -> "\u2013";
          default -> "";
        };
    if (character.isEmpty()) {
      append('&');
      at++;
    } else {
      append(character);
      at = end + 1;
    }
  }
}
