package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Simple;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * DEFAULT in SQLite. What people write for PostgreSQL and can be said here is translated to the
 * form in which the column stores its values; all else stands as it is, in the parentheses that
 * SQLite wants around expressions (<a
 * href="https://www.sqlite.org/lang_createtable.html#the_default_clause">The DEFAULT clause</a>).
 *
 * <p>SQLite's clock has milliseconds (<a href="https://www.sqlite.org/lang_datefunc.html">Date And
 * Time Functions</a>); zeros fill the column's six digits. Moments without a zone are UTC's.
 */
final class SqliteDefaults {
  /**
   * A random UUID, version 4, in small letters (<a
   * href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4">RFC 9562, section 5.4</a>):
   * the third group starts with the version, the fourth with the variant, one of 8, 9, a and b.
   */
  static final String RANDOM_UUID =
      "lower(printf('%s-%s-4%.3s-%s%.3s-%s', hex(randomblob(4)), hex(randomblob(2)),"
          + " hex(randomblob(2)), substr('89AB', 1 + (random() & 3), 1), hex(randomblob(2)),"
          + " hex(randomblob(6))))";

  private SqliteDefaults() {}

  /** What follows the word DEFAULT. */
  static String of(Column column, String expression) {
    String text = expression.strip();
    String translated = translated(column.type(), text);
    if (translated != null) {
      return translated;
    }
    if (isNumber(text)) {
      // SQLite would read 0.10 as a binary floating point number and store it as '0.1'.
      return SqliteFragments.isNumberAsText(column.type()) ? Literals.text(text) : text;
    }
    return isText(text) || isEnclosed(text) || text.equalsIgnoreCase("null")
        ? text
        : '(' + text + ')';
  }

  private static @Nullable String translated(ColumnType type, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "now()", "current_timestamp", "localtimestamp" -> now(type, Simple.INSTANT);
      case "current_date" -> now(type, Simple.DATE);
      case "current_time", "localtime" -> now(type, Simple.TIME);
      case "gen_random_uuid()" -> '(' + RANDOM_UUID + ')';
      case "true" -> type == Simple.BOOLEAN ? "1" : null;
      case "false" -> type == Simple.BOOLEAN ? "0" : null;
      case "'{}'" -> type instanceof Array ? "'[]'" : null;
      default -> null;
    };
  }

  private static String now(ColumnType type, Simple otherwise) {
    String format =
        switch (type instanceof Simple simple ? simple : otherwise) {
          case INSTANT -> "%Y-%m-%dT%H:%M:%f000Z";
          case DATE_TIME -> "%Y-%m-%dT%H:%M:%f000";
          case DATE -> "%Y-%m-%d";
          case TIME -> "%H:%M:%f000";
          default -> "%Y-%m-%dT%H:%M:%f000Z";
        };
    return "(strftime('" + format + "', 'now'))";
  }

  private static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (start == text.length()) {
      return false;
    }
    int points = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && i > start && i < text.length() - 1) {
        points++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return points <= 1;
  }

  /** Whether {@code text} is one literal in quotes, and nothing else. */
  private static boolean isText(String text) {
    int last = text.length() - 1;
    if (last < 1 || text.charAt(0) != '\'' || text.charAt(last) != '\'') {
      return false;
    }
    for (int i = 1; i < last; i++) {
      if (text.charAt(i) == '\'') {
        i++;
        if (i == last || text.charAt(i) != '\'') {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether {@code text} stands in parentheses as a whole. */
  private static boolean isEnclosed(String text) {
    List<Token> tokens = SqlTokens.of(text).tokens();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
      if (depth == 0) {
        return i > 0 && i == tokens.size() - 1;
      }
    }
    return false;
  }
}
