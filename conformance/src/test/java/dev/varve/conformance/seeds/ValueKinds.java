package dev.varve.conformance.seeds;

import java.util.ArrayList;
import java.util.List;

/** Every type of which a column can be. */
final class ValueKinds {
  private static final String RULE = "@jakarta.validation.constraints.";

  private ValueKinds() {}

  /** The types of the JDK, then those of {@code types}. */
  static List<ValueKind> all(List<String> enums) {
    List<ValueKind> kinds = new ArrayList<>();
    numbers(kinds);
    texts(kinds);
    times(kinds);
    others(kinds);
    for (String type : enums) {
      String nullable = type.replaceFirst("\\.(\\w+)$", ".@N $1");
      kinds.add(ValueKind.few(nullable, nullable));
      kinds.add(ValueKind.few("java.util.List<" + type + '>', "java.util.@N List<" + type + '>'));
    }
    return kinds;
  }

  private static void numbers(List<ValueKind> kinds) {
    for (String type : List.of("short", "int", "long")) {
      String boxed =
          "java.lang.@N "
              + (type.equals("int")
                  ? "Integer"
                  : Character.toUpperCase(type.charAt(0)) + type.substring(1));
      kinds.add(
          ValueKind.many(
              type,
              boxed,
              List.of(
                  RULE + "Min(5)",
                  RULE + "Max(30000)",
                  RULE + "Positive",
                  RULE + "Negative",
                  RULE + "Min(-3) " + RULE + "Max(29000)",
                  RULE + "Digits(integer = 4, fraction = 0)",
                  "@dev.varve.Check(\"{} BETWEEN -100 AND 20000\")",
                  "@dev.varve.Check(\"{} > 7\") @dev.varve.Check(\"{} < 25000\")"),
              List.of(
                  RULE + "Min(3) " + RULE + "Max(5)",
                  "@dev.varve.Check(\"{} IN (1, 5, 8)\")",
                  "@dev.varve.Default(\"0\")",
                  "@dev.varve.Default(\"3\") " + RULE + "PositiveOrZero")));
    }
    kinds.add(ValueKind.few("byte", "java.lang.@N Byte", RULE + "Min(0)"));
    for (String type : List.of("float", "double")) {
      String boxed = "java.lang.@N " + Character.toUpperCase(type.charAt(0)) + type.substring(1);
      kinds.add(
          ValueKind.many(
              type,
              boxed,
              List.of("@dev.varve.Check(\"{} >= 0\")", "@dev.varve.Check(\"{} < 1000\")"),
              List.of("@dev.varve.Check(\"{} BETWEEN 0 AND 1\")", "@dev.varve.Default(\"1.5\")")));
    }
    String decimal = "java.math.@N BigDecimal";
    kinds.add(
        ValueKind.many(
            decimal,
            decimal,
            List.of(
                "@dev.varve.Column(precision = 10, scale = 2)",
                "@dev.varve.Column(precision = 12, scale = 4) " + RULE + "PositiveOrZero",
                "@dev.varve.Column(precision = 38)",
                RULE + "DecimalMin(\"0.5\")",
                RULE + "DecimalMin(value = \"0\", inclusive = false)",
                RULE + "Digits(integer = 8, fraction = 3)",
                "@dev.varve.Check(\"{} BETWEEN -1000 AND 1000\")"),
            List.of(
                "@dev.varve.Column(precision = 2, scale = 1)",
                "@dev.varve.Column(precision = 3, scale = 3)",
                RULE + "DecimalMin(\"0.5\") " + RULE + "DecimalMax(\"0.75\")",
                "@dev.varve.Default(\"0\") @dev.varve.Column(precision = 6, scale = 2)")));
    String integer = "java.math.@N BigInteger";
    kinds.add(ValueKind.many(integer, integer, List.of(RULE + "Positive"), List.of()));
  }

  private static void texts(List<ValueKind> kinds) {
    String text = "java.lang.@N String";
    List<String> many =
        List.of(
            "@dev.varve.Column(length = 40)",
            "@dev.varve.Column(length = 8)",
            "@dev.varve.Column(length = 300)",
            RULE + "Size(min = 3, max = 20)",
            RULE + "Size(min = 12, max = 12)",
            RULE + "Size(min = 30)",
            RULE + "NotBlank",
            RULE + "NotEmpty @dev.varve.Column(length = 12)",
            RULE + "Email @dev.varve.Column(length = 120)",
            RULE + "Pattern(regexp = \"[A-Z]{3}-[0-9]{6}\")",
            RULE + "Pattern(regexp = \"\\\\d{8,10}\") @dev.varve.Column(length = 9)",
            "@dev.varve.Check(\"length({}) > 3\")",
            "@dev.varve.Check(\"length({}) BETWEEN 5 AND 60\")",
            "@dev.varve.Check(\"{} <> ''\")",
            "@dev.varve.Check(\"trim({}) <> ''\") @dev.varve.Column(length = 15)");
    List<String> few =
        List.of(
            "@dev.varve.Column(length = 1)",
            "@dev.varve.Column(length = 2)",
            RULE + "Size(max = 2)",
            "@dev.varve.Check(\"{} IN ('alpha', 'bêta', 'it''s')\")",
            "@dev.varve.Check(\"{} = 'only'\")",
            "@dev.varve.Default(\"'x'\")",
            "@dev.varve.Default(\"'it''s'\") @dev.varve.Column(length = 4)");
    kinds.add(ValueKind.many(text, text, many, few));
    kinds.add(ValueKind.many(text, text, many, few));
    kinds.add(ValueKind.many(text, text, many, few));
    kinds.add(ValueKind.few("char", "java.lang.@N Character"));
    for (String type : List.of("java.net.@N URI", "java.net.@N URL")) {
      kinds.add(ValueKind.many(type, type, List.of("@dev.varve.Column(length = 200)"), List.of()));
    }
    for (String type :
        List.of("java.util.@N Locale", "java.util.@N Currency", "java.time.@N ZoneId")) {
      kinds.add(ValueKind.few(type, type));
    }
    String slug = "app.types.@N Slug";
    kinds.add(
        ValueKind.many(
            slug,
            slug,
            List.of("@dev.varve.Column(length = 30)"),
            List.of("@dev.varve.Column(length = 3)")));
    String grade = "app.types.@N Grade";
    kinds.add(ValueKind.many(grade, grade, List.of(), List.of()));
  }

  private static void times(List<ValueKind> kinds) {
    for (String type : List.of("Instant", "OffsetDateTime", "ZonedDateTime", "LocalDateTime")) {
      String name = "java.time.@N " + type;
      List<String> few =
          type.equals("LocalDateTime") ? List.of() : List.of("@dev.varve.Default(\"now()\")");
      kinds.add(ValueKind.many(name, name, List.of(RULE + "Past", RULE + "Future"), few));
    }
    String date = "java.time.@N LocalDate";
    kinds.add(
        ValueKind.many(
            date, date, List.of(RULE + "Past"), List.of("@dev.varve.Default(\"current_date\")")));
    for (String type : List.of("LocalTime", "Duration", "Period")) {
      String name = "java.time.@N " + type;
      kinds.add(ValueKind.many(name, name, List.of(), List.of()));
    }
  }

  private static void others(List<ValueKind> kinds) {
    kinds.add(
        ValueKind.few(
            "boolean",
            "java.lang.@N Boolean",
            "@dev.varve.Default(\"true\")",
            RULE + "AssertTrue"));
    String uuid = "java.util.@N UUID";
    kinds.add(
        ValueKind.many(
            uuid, uuid, List.of(), List.of("@dev.varve.Default(\"gen_random_uuid()\")")));
    kinds.add(
        ValueKind.many(
            "byte[]",
            "byte @N []",
            List.of(RULE + "Size(min = 4, max = 16)"),
            List.of(RULE + "Size(max = 1)")));
    String address = "java.net.@N InetAddress";
    kinds.add(ValueKind.many(address, address, List.of(), List.of()));
    for (String type : List.of("java.lang.String", "int", "long", "double", "java.util.UUID")) {
      kinds.add(ValueKind.few(type + "[]", type + " @N []", RULE + "Size(min = 1, max = 3)"));
    }
    for (String type :
        List.of(
            "java.lang.String",
            "java.lang.Integer",
            "java.time.LocalDate",
            "java.lang.Boolean",
            "java.math.BigDecimal",
            "java.time.Instant")) {
      String list = "java.util.@N List<" + type + '>';
      kinds.add(ValueKind.few(list, list, RULE + "Size(min = 1)", RULE + "NotEmpty"));
    }
    for (String type :
        List.of(
            "java.util.@N Map<java.lang.String, java.lang.String>",
            "java.util.@N Map<java.lang.String, java.lang.Integer>")) {
      kinds.add(ValueKind.few(type, type));
    }
    kinds.add(
        new ValueKind(
            "app.types.@N Settings",
            "app.types.@N Settings",
            List.of(new ValueKind.Option("@dev.varve.Json ", false))));
    kinds.add(
        new ValueKind(
            "java.util.@N List<app.types.Settings>",
            "java.util.@N List<app.types.Settings>",
            List.of(new ValueKind.Option("@dev.varve.Json ", false))));
  }
}
