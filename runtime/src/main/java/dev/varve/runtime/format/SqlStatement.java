package dev.varve.runtime.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param text from its first word to its last, without the semicolon that ends it and without the
 *     comments around it
 * @param line the line of the script in which it begins, from 1
 * @param backfill how it is run in batches, or empty where it is run as it is
 */
public record SqlStatement(String text, int line, Optional<Backfill> backfill) {
  /** A statement that is run as it is. */
  public SqlStatement(String text, int line) {
    this(text, line, Optional.empty());
  }

  /** Its first word in upper case, as in {@code CREATE}; empty where it starts with none. */
  public String keyword() {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return upper(text.substring(0, end));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  /**
   * Which setting of the session PostgreSQL's {@code SET} changes beyond the transaction, in lower
   * case; empty where the statement is another.
   */
  public String setting() {
    if (!keyword().equals("SET")) {
      return "";
    }
    List<String> words = firstWords(3);
    int name = words.size() > 1 && words.get(1).equals("SESSION") ? 2 : 1;
    String setting = words.size() > name ? words.get(name) : "";
    return switch (setting) {
      case "LOCAL", "TRANSACTION", "CONSTRAINTS", "CHARACTERISTICS" -> "";
      case "TIME" -> "timezone";
      case "AUTHORIZATION" -> "session_authorization";
      default -> setting.toLowerCase(Locale.ROOT);
    };
  }

  /** Whether these are its first words, without regard to case, whatever stands between them. */
  public boolean startsWith(String... words) {
    List<String> first = firstWords(words.length);
    for (int i = 0; i < words.length; i++) {
      if (i >= first.size() || !first.get(i).equalsIgnoreCase(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** So many of its first words, in upper case; fewer where something else comes before. */
  private List<String> firstWords(int count) {
    List<String> words = new ArrayList<>(count);
    SqlScanner scanner = new SqlScanner(text, SqlScanner.Lexicon.EITHER);
    while (words.size() < count && scanner.next()) {
      if (scanner.kind() == SqlScanner.Kind.WORD) {
        words.add(upper(scanner.token()));
      } else if (scanner.kind() != SqlScanner.Kind.SPACE && !scanner.isComment()) {
        break;
      }
    }
    return words;
  }

  /** The text with a blank for each of PostgreSQL's comments. */
  public String withoutComments() {
    SqlScanner scanner = new SqlScanner(text, SqlScanner.Lexicon.POSTGRESQL);
    StringBuilder kept = new StringBuilder(text.length());
    while (scanner.next()) {
      if (scanner.isComment()) {
        kept.append(' ');
      } else {
        kept.append(text, scanner.start(), scanner.end());
      }
    }
    return kept.toString();
  }

  /** The text on one line, at most so many characters, without the passwords it may set. */
  public String excerpt(int length) {
    String line = Secrets.masked(text).replaceAll("\\s+", " ");
    return line.length() <= length ? line : line.substring(0, length - 1) + '…';
  }
}
