package dev.varve.conformance.seeds;

import java.util.List;

/**
 * A type that columns have, and what may be said about such columns.
 *
 * @param type the Java type, of a reference with {@code @N} where an annotation of the type stands
 * @param boxed the same as a reference
 * @param options annotations, of which a column has one or none
 */
record ValueKind(String type, String boxed, List<Option> options) {
  private static final String NULLABLE = "@org.jspecify.annotations.Nullable ";

  /**
   * Annotations of a column.
   *
   * @param text the annotations
   * @param endless whether there is no end of values
   */
  record Option(String text, boolean endless) {}

  /** A type with options after which there are many values, and then those of few. */
  static ValueKind many(String type, String boxed, List<String> many, List<String> few) {
    List<Option> options = new java.util.ArrayList<>();
    options.add(new Option("", true));
    many.forEach(text -> options.add(new Option(text + ' ', true)));
    few.forEach(text -> options.add(new Option(text + ' ', false)));
    return new ValueKind(type, boxed, List.copyOf(options));
  }

  /** A type of few values, or of whose values nobody knows whether they are equal. */
  static ValueKind few(String type, String boxed, String... few) {
    List<Option> options = new java.util.ArrayList<>();
    options.add(new Option("", false));
    List.of(few).forEach(text -> options.add(new Option(text + ' ', false)));
    return new ValueKind(type, boxed, List.copyOf(options));
  }

  String required() {
    return type.replace("@N ", "");
  }

  String nullable() {
    return boxed.replace("@N ", NULLABLE);
  }

  boolean isCollection() {
    return boxed.contains("[]") || boxed.contains("<");
  }

  String optional() {
    return "java.util.Optional<" + boxed.replace("@N ", "") + '>';
  }
}
