package dev.varve.seed.value;

/**
 * What a column is called, as far as it says what the column holds.
 *
 * @param table the table's name without schema, in small letters
 * @param text the column's name in small letters, its words parted by hyphens
 * @param group what the columns of one thing have in common: of {@code billing-city} and {@code
 *     billing-country} it is {@code billing}
 */
record ColumnLabel(String table, String text, String group) {
  static ColumnLabel of(String table, String column) {
    String text = TextChoices.label(column);
    int dot = table.lastIndexOf('.');
    return new ColumnLabel(TextChoices.label(table.substring(dot + 1)), text, group(text));
  }

  /** The first of several words; where there is one, or it belongs to the kind, nothing. */
  private static String group(String text) {
    int hyphen = text.indexOf('-');
    String first = hyphen < 0 ? "" : text.substring(0, hyphen);
    return switch (first) {
      case "first",
          "last",
          "full",
          "user",
          "display",
          "given",
          "family",
          "country",
          "postal",
          "zip",
          "street",
          "phone",
          "email",
          "e",
          "created",
          "updated",
          "city",
          "address",
          "mobile" ->
          "";
      default -> first;
    };
  }

  /** Whether it is one of these, or ends with one. */
  boolean is(String... names) {
    for (String name : names) {
      if (text.endsWith(name)
          && (text.length() == name.length()
              || text.charAt(text.length() - name.length() - 1) == '-')) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds degrees north or east. */
  boolean isPlace() {
    return isLatitude() || is("longitude", "lon", "lng");
  }

  boolean isLatitude() {
    return is("latitude", "lat");
  }

  /** Whether the table is called one of these, in the singular or plural. */
  boolean isIn(String... tables) {
    for (String name : tables) {
      if (table.endsWith(name) || table.endsWith(name + 's')) {
        return true;
      }
    }
    return false;
  }
}
