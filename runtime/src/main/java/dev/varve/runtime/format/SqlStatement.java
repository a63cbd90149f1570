package dev.varve.runtime.format;

import java.util.Locale;

/**
 * One statement of a script.
 *
 * @param text from its first word to its last, without the semicolon that ends it and without the
 *     comments around it
 * @param line the line of the script in which it begins, from 1
 */
public record SqlStatement(String text, int line) {
  /** Its first word in upper case, as in {@code CREATE}; empty where it starts with none. */
  public String keyword() {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).toUpperCase(Locale.ROOT);
  }

  /** The text on one line, at most so many characters, without the passwords it may set. */
  public String excerpt(int length) {
    String line = Secrets.masked(text).replaceAll("\\s+", " ");
    return line.length() <= length ? line : line.substring(0, length - 1) + '…';
  }
}
