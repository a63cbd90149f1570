package dev.varve.conformance.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes enums, records that are embedded, value records, and what is stored as JSON. */
final class TypeMaker {
  private static final List<String> CONSTANTS =
      List.of("FREE", "PRO", "TEAM", "lower", "GRÖSSE", "Mixed_Case", "X", "НОВЫЙ", "NULL", "TRUE");

  private static final String EMBEDDED =
      """
      package app.types;

      public record PostalAddress(
          @dev.varve.Column(length = 60) String street,
          @org.jspecify.annotations.Nullable String city,
          @dev.varve.Embedded app.types.Geo geo,
          java.util.Optional<String> zip) {}
      """;

  private static final String GEO =
      """
      package app.types;

      public record Geo(
          @jakarta.validation.constraints.Min(-90) @jakarta.validation.constraints.Max(90) int lat,
          @dev.varve.Check("{} BETWEEN -180 AND 180") int lon,
          app.types.@org.jspecify.annotations.Nullable Slug label) {}
      """;

  private static final String MONEY =
      """
      package app.types;

      public record Money(
          @dev.varve.Column(precision = 12, scale = 2) java.math.BigDecimal amount,
          java.util.Currency currency) {}
      """;

  private static final String CONTACT =
      """
      package app.types;

      public record Contact(
          @dev.varve.Embedded app.types.@org.jspecify.annotations.Nullable Money fee,
          @org.jspecify.annotations.Nullable Boolean urgent,
          @dev.varve.Default("'none'") String note) {}
      """;

  private static final String SETTINGS =
      """
      package app.types;

      public record Settings(
          String theme,
          int size,
          boolean dark,
          @org.jspecify.annotations.Nullable String hint,
          java.util.Optional<Integer> zoom,
          java.util.List<String> tags,
          java.util.Map<String, Double> weights,
          app.types.Kind0 kind,
          java.time.LocalDate since,
          app.types.Place place) {}
      """;

  /** Only within JSON, where a CHECK would mean nothing. */
  private static final String PLACE =
      """
      package app.types;

      public record Place(
          @jakarta.validation.constraints.Min(-90) @jakarta.validation.constraints.Max(90) int lat,
          int lon,
          app.types.@org.jspecify.annotations.Nullable Slug label) {}
      """;

  private final Random random;

  TypeMaker(Random random) {
    this.random = random;
  }

  /** Adds sources to {@code types} and names to {@code enums}. */
  void make(Map<String, String> types, List<String> enums) {
    types.put("app.types.PostalAddress", EMBEDDED);
    types.put("app.types.Geo", GEO);
    types.put("app.types.Place", PLACE);
    types.put("app.types.Money", MONEY);
    types.put("app.types.Contact", CONTACT);
    types.put("app.types.Settings", SETTINGS);
    types.put("app.types.Slug", "package app.types;\n\npublic record Slug(String text) {}\n");
    types.put("app.types.Points", "package app.types;\n\npublic record Points(int points) {}\n");
    types.put(
        "app.types.Grade",
        "package app.types;\n\npublic record Grade(app.types.Points points) {}\n");
    types.put("app.package-info", "@dev.varve.Database(name = \"Shop\")\npackage app;\n");
    for (int i = 0; i < 5; i++) {
      String name = "app.types.Kind" + i;
      enums.add(name);
      types.put(name, enumeration(i));
    }
  }

  private String enumeration(int number) {
    List<String> constants = new ArrayList<>();
    int count = number == 1 ? 1 : 2 + random.nextInt(4);
    while (constants.size() < count) {
      String constant = CONSTANTS.get(random.nextInt(CONSTANTS.size()));
      if (!constants.contains(constant)) {
        constants.add(constant);
      }
    }
    String storage = number % 2 == 0 ? "" : "@dev.varve.Enumerated(dev.varve.EnumStorage.NATIVE)\n";
    return "package app.types;\n\n"
        + storage
        + "public enum Kind"
        + number
        + " { "
        + String.join(", ", constants)
        + " }\n";
  }
}
