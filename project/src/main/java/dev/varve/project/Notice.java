package dev.varve.project;

import java.util.List;

/**
 * Something that a person must know.
 *
 * @param kind what it is
 * @param arguments what takes the place of {@code {0}}, {@code {1}} … in the kind's template
 */
public record Notice(NoticeKind kind, List<String> arguments) {
  /** Copies the list. */
  public Notice {
    arguments = List.copyOf(arguments);
  }

  /** A notice of these. */
  public static Notice of(NoticeKind kind, String... arguments) {
    return new Notice(kind, List.of(arguments));
  }

  /** {@code [VARVE-112] sentence}. */
  public String text() {
    return '[' + kind.code() + "] " + sentence();
  }

  /** The kind's template with the arguments in it; other braces stand for themselves. */
  public String sentence() {
    String template = kind.template();
    StringBuilder result = new StringBuilder(template.length() + 64);
    for (int i = 0; i < template.length(); i++) {
      boolean argument =
          template.charAt(i) == '{'
              && i + 2 < template.length()
              && template.charAt(i + 2) == '}'
              && Character.isDigit(template.charAt(i + 1));
      if (argument) {
        result.append(arguments.get(template.charAt(i + 1) - '0'));
        i += 2;
      } else {
        result.append(template.charAt(i));
      }
    }
    return result.toString();
  }
}
