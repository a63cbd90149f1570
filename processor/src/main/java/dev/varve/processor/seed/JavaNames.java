package dev.varve.processor.seed;

import java.util.Set;

/** Names of generated methods and parameters. */
final class JavaNames {
  /** Java's keywords and literals, in the order of JLS 3.9. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "void",
          "volatile",
          "while",
          "_",
          "true",
          "false",
          "null");

  /** What every row builder has, see {@code dev.varve.seed.RowBuilder}. */
  static final Set<String> INHERITED = Set.of("with", "as", "share", "distinct");

  private JavaNames() {}

  /** {@code name}, or {@code name_} if it is a word of the language. */
  static String identifier(String name) {
    return KEYWORDS.contains(name) ? name + '_' : name;
  }

  /** A setter's name: {@code name}, or {@code name_} if all row builders have such a method. */
  static String setter(String name) {
    return INHERITED.contains(name) ? name + '_' : identifier(name);
  }

  /** {@code Customer} is {@code customer}, {@code URLEntry} is {@code urlEntry}. */
  static String lowerCamel(String type) {
    int capitals = 0;
    while (capitals < type.length() && Character.isUpperCase(type.charAt(capitals))) {
      capitals++;
    }
    if (capitals == 0) {
      return type;
    }
    boolean word = capitals < type.length() && Character.isLowerCase(type.charAt(capitals));
    int end = capitals > 1 && word ? capitals - 1 : capitals;
    StringBuilder name = new StringBuilder(type);
    for (int i = 0; i < end; i++) {
      name.setCharAt(i, Character.toLowerCase(name.charAt(i)));
    }
    return name.toString();
  }

  /** {@code city} is {@code City}. */
  static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
