package dev.varve.schema;

/**
 * The name of a table or type, as it stands in the database, without quotes.
 *
 * @param schema the schema that holds it; empty for the connection's current one
 * @param name its name, not empty
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
  /** A name in the connection's current schema. */
  public static QualifiedName of(String name) {
    return new QualifiedName("", name);
  }

  /** Reads what {@link #toString} writes. */
  public static QualifiedName parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? of(text) : new QualifiedName(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public int compareTo(QualifiedName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  /** {@code name} or {@code schema.name}. */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + '.' + name;
  }
}
