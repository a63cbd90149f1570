package dev.varve.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How Java names become names in the database, and how constraints and indexes are named.
 *
 * <p>The rules follow PostgreSQL's own convention and carry a {@link #VERSION}, which is stored
 * with each model: a later release must not rename what exists.
 */
public final class Names {
  /** The version of these rules. */
  public static final int VERSION = 1;

  /**
   * The most bytes that PostgreSQL keeps of a name, NAMEDATALEN - 1 (<a
   * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers
   * and Key Words</a>).
   */
  public static final int MAX_BYTES = 63;

  private static final int HASH_DIGITS = 8;

  private Names() {}

  /**
   * A camel case name in snake case. A word starts at a capital after a small letter or digit, and
   * at the last capital of several before a small letter: {@code placedAt} is {@code placed_at},
   * {@code HTTPServer} is {@code http_server}.
   */
  public static String snakeCase(String javaName) {
    StringBuilder snake = new StringBuilder(javaName.length() + 8);
    for (int i = 0; i < javaName.length(); i++) {
      char c = javaName.charAt(i);
      if (Character.isUpperCase(c)) {
        if (startsWord(javaName, i)) {
          snake.append('_');
        }
        snake.append(Character.toLowerCase(c));
      } else {
        snake.append(c);
      }
    }
    return snake.toString();
  }

  private static boolean startsWord(String name, int i) {
    if (i == 0 || name.charAt(i - 1) == '_') {
      return false;
    }
    if (!Character.isUpperCase(name.charAt(i - 1))) {
      return true;
    }
    return i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
  }

  /**
   * A snake case name in the plural, by four rules: only the last word changes; a consonant
   * followed by {@code y} becomes {@code ies}; after {@code s}, {@code x}, {@code z}, {@code ch}
   * and {@code sh} comes {@code es}; else {@code s}.
   */
  public static String plural(String snake) {
    int last = snake.length() - 1;
    if (snake.endsWith("y") && last > 0 && "aeiou".indexOf(snake.charAt(last - 1)) < 0) {
      return snake.substring(0, last) + "ies";
    }
    boolean hisses =
        snake.endsWith("s")
            || snake.endsWith("x")
            || snake.endsWith("z")
            || snake.endsWith("ch")
            || snake.endsWith("sh");
    return snake + (hisses ? "es" : "s");
  }

  /** {@code table_pkey}. */
  public static String primaryKey(QualifiedName table) {
    return fit(table.name(), "pkey");
  }

  /** {@code table_column_column_key}. */
  public static String uniqueKey(QualifiedName table, List<String> columns) {
    return fit(join(table, columns), "key");
  }

  /** {@code table_column_fkey}. */
  public static String foreignKey(QualifiedName table, List<String> columns) {
    return fit(join(table, columns), "fkey");
  }

  /** {@code table_column_idx}; an expression's part is its first word, as in PostgreSQL. */
  public static String index(QualifiedName table, List<String> parts) {
    return fit(join(table, parts), "idx");
  }

  /** {@code table_column_check}, or {@code table_check} where {@code columns} is empty. */
  public static String check(QualifiedName table, List<String> columns) {
    return fit(join(table, columns), "check");
  }

  /** {@code table_column_type_check}: what a dialect needs to hold a type that it hasn't. */
  public static String typeCheck(QualifiedName table, String column) {
    return fit(join(table, List.of(column)), "type_check");
  }

  private static String join(QualifiedName table, List<String> parts) {
    return parts.isEmpty() ? table.name() : table.name() + '_' + String.join("_", parts);
  }

  /**
   * {@code stem_suffix}; where that has over {@link #MAX_BYTES} bytes in UTF-8, the stem is cut and
   * followed by a hash of all of it, so that different long names stay different.
   */
  public static String fit(String stem, String suffix) {
    String whole = stem + '_' + suffix;
    if (bytes(whole) <= MAX_BYTES) {
      return whole;
    }
    String tail = '_' + hash(whole) + '_' + suffix;
    int room = MAX_BYTES - bytes(tail);
    int end = stem.length();
    while (bytes(stem.substring(0, end)) > room) {
      end = stem.offsetByCodePoints(end, -1);
    }
    return stem.substring(0, end) + tail;
  }

  /** The bytes of a name in UTF-8. */
  public static int bytes(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0x7f) {
        return name.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return name.length();
  }

  /** FNV-1a with 32 bits: short, stable, and no secret depends on it. */
  private static String hash(String text) {
    int hash = 0x811c9dc5;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    String digits = Integer.toHexString(hash);
    return "0".repeat(HASH_DIGITS - digits.length()) + digits;
  }
}
