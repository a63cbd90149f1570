package dev.varve.schema;

/**
 * The name of a table or type, as it stands in the database, without quotes.
 *
 * @param schema the schema that holds it; empty for the connection's current one
 * @param name its name, not empty
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
  private static final char ESCAPE = '\\';

  /** A name in the connection's current schema. */
  public static QualifiedName of(String name) {
    return new QualifiedName("", name);
  }

  /** Reads what {@link #toString} writes. */
  public static QualifiedName parse(String text) {
    if (text.indexOf(ESCAPE) < 0) {
      int dot = text.indexOf('.');
      return dot < 0
          ? of(text)
          : new QualifiedName(text.substring(0, dot), text.substring(dot + 1));
    }
    StringBuilder part = new StringBuilder();
    String schema = "";
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ESCAPE && i + 1 < text.length()) {
        part.append(text.charAt(++i));
      } else if (c == '.' && schema.isEmpty()) {
        schema = part.toString();
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    return new QualifiedName(schema, part.toString());
  }

  private static String escaped(String part) {
    return part.indexOf('.') < 0 && part.indexOf(ESCAPE) < 0
        ? part
        : part.replace("\\", "\\\\").replace(".", "\\.");
  }

  @Override
  public int compareTo(QualifiedName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  /**
   * {@code name} or {@code schema.name}; before a dot or backslash of its own a part has a
   * backslash.
   */
  @Override
  public String toString() {
    return schema.isEmpty() ? escaped(name) : escaped(schema) + '.' + escaped(name);
  }
}
