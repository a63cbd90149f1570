package dev.varve.schema.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import java.util.List;
import java.util.Set;

/**
 * Names as a dialect writes them: quoted where they must be. This is the only place that quotes
 * names.
 *
 * <p>A name stands without quotes if it is made of small letters of ASCII, digits and {@code _},
 * doesn't start with a digit and is no key word. All else is put between double quotes, for both
 * engines: PostgreSQL would make capitals small, SQLite would remember them.
 */
public final class Identifiers {
  private final Dialect dialect;
  private final Set<String> keywords;

  private Identifiers(Dialect dialect, Set<String> keywords) {
    this.dialect = dialect;
    this.keywords = keywords;
  }

  /** The names of {@code dialect}. */
  public static Identifiers of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new Identifiers(dialect, Keywords.POSTGRESQL);
      case SQLITE -> new Identifiers(dialect, Keywords.SQLITE);
    };
  }

  /** A name as it is written: {@code email}, {@code "order"}. */
  public String quoted(String name) {
    if (isPlain(name) && !keywords.contains(name)) {
      return name;
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && c != '_' && !isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * A table or type as it is written. SQLite has no schemas: {@code billing.invoices} is {@code
   * billing_invoices} there.
   */
  public String quoted(QualifiedName name) {
    if (name.schema().isEmpty()) {
      return quoted(name.name());
    }
    return switch (dialect) {
      case POSTGRESQL -> quoted(name.schema()) + '.' + quoted(name.name());
      case SQLITE -> quoted(flat(name));
    };
  }

  /** The name of a table in a dialect without schemas, without quotes. */
  public static String flat(QualifiedName name) {
    return name.schema().isEmpty() ? name.name() : name.schema() + '_' + name.name();
  }

  /** Names as they're written, in parentheses: {@code (a, "order")}. */
  String list(List<String> names) {
    StringBuilder list = new StringBuilder().append('(');
    for (int i = 0; i < names.size(); i++) {
      list.append(i == 0 ? "" : ", ").append(quoted(names.get(i)));
    }
    return list.append(')').toString();
  }
}
