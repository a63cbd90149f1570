package dev.varve.schema.plan;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of stored values in another type, computed in Java. */
final class StoredValues {
  private static final Set<ColumnType> WHOLE = Set.of(Simple.INT16, Simple.INT32, Simple.INT64);
  private static final Set<ColumnType> FLOAT = Set.of(Simple.FLOAT32, Simple.FLOAT64);
  private static final int EXACT_DIGITS = 15;

  private StoredValues() {}

  /** Values of each type, as SQLite stores them. */
  static List<String> samples(ColumnType type) {
    if (type instanceof Simple simple) {
      return switch (simple) {
        case BOOLEAN -> List.of("0", "1");
        case INT16 -> List.of("0", "-1", "1", "32767");
        case INT32 -> List.of("0", "1", "40000", "-2147483648");
        case INT64 -> List.of("0", "1", "3000000000", "9007199254740993", "-9223372036854775808");
        case FLOAT32 -> List.of("0.5", "1.0", "-3.0", "1e20", "9e999");
        case FLOAT64 ->
            List.of("0.5", "1.0", "0.1", "0.30000000000000004", "1e300", "70000.0", "12.34");
        case INTEGER -> List.of("'0'", "'-12'", "'70000'", "'123456789012345678901234567890'");
        case CHAR -> List.of("'x'", "'1'", "'A'");
        case UUID -> List.of("'123e4567-e89b-42d3-a456-426614174000'");
        case DATE -> List.of("'2026-11-20'");
        case DATE_TIME -> List.of("'2026-11-20T00:00:00.000000'", "'2026-11-20T07:05:01.000000'");
        case INSTANT -> List.of("'2026-11-20T00:00:00.000000Z'", "'2026-11-20T07:05:01.000000Z'");
        case TIME -> List.of("'07:05:01.000000'");
        case DURATION -> List.of("'PT1H'", "'PT-1S'");
        case PERIOD -> List.of("'P1Y2D'");
        case BYTES -> List.of("x'00ff'");
        case INET -> List.of("'10.0.0.1'", "'::1'");
        case JSON -> List.of("'{\"a\":1}'", "'[1]'", "'1'");
      };
    }
    if (type instanceof Decimal decimal) {
      return decimal.precision() == 0
          ? List.of("'0'", "'1.50'", "'-0.001'", "'12345678901234567890.5'", "'12.00'", "'-0.0'")
          : decimal.scale() == 0
              ? List.of("'0'", "'-7'", "'99999'")
              : List.of("'0'", "'1.50'", "'12.00'", "'-99.9'", "'40000'");
    }
    if (type instanceof Words words) {
      return List.of('\'' + words.values().get(0) + '\'', "'B'");
    }
    return List.of(
        "'abc'",
        "'12'",
        "'-7'",
        "'007'",
        "'1.5'",
        "'1e3'",
        "'true'",
        "'0'",
        "''",
        "'A'",
        "'x'",
        "'{\"a\":1}'",
        "' 1'",
        "'123E4567-E89B-42d3-a456-426614174000'",
        "'123E4567-E89B-42d3-a456-42661417-000'",
        "'2026-11-20'",
        "'2026-02-30'",
        "'2026-11-20 07:05:01'",
        "'2026-11-20T07:05:01.123'",
        "'2026-11-20T07:05:61'",
        "'2026-11-20T07:05:01.123456Z'",
        "'2026-11-20T07:05:01Z'",
        "'07:05:01'",
        "'7:05'",
        "'07:05:01.5'",
        "'P1D'");
  }

  /** The value in another type, or nothing where it has no place there. */
  static Optional<String> converted(String literal, ColumnType from, ColumnType to) {
    String value = literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
    if (from.equals(to)) {
      return Optional.of(value);
    }
    if (to instanceof Text text) {
      return text(value, from).filter(made -> fits(made, text));
    }
    if (to == Simple.CHAR) {
      return text(value, from).filter(made -> made.length() == 1);
    }
    if (to instanceof Words words) {
      return text(value, from).filter(words.values()::contains);
    }
    if (from == Simple.BOOLEAN) {
      return WHOLE.contains(to) ? Optional.of(value) : Optional.empty();
    }
    if (isText(from)) {
      return ofText(value, to);
    }
    if (isNumber(from)) {
      return isNumber(to) || to == Simple.BOOLEAN ? number(value, from, to) : Optional.empty();
    }
    return moment(value, from, to);
  }

  private static boolean fits(String value, Text text) {
    return text.length() == 0 || value.length() <= text.length();
  }

  private static boolean isText(ColumnType type) {
    return type instanceof Text
        || type instanceof Words
        || type instanceof NativeEnum
        || type == Simple.CHAR;
  }

  private static boolean isNumber(ColumnType type) {
    return type instanceof Decimal
        || WHOLE.contains(type)
        || FLOAT.contains(type)
        || type == Simple.INTEGER;
  }

  private static Optional<String> text(String value, ColumnType from) {
    if (from == Simple.BYTES) {
      return Optional.empty();
    }
    if (from == Simple.BOOLEAN) {
      return Optional.of(value.equals("1") ? "true" : "false");
    }
    return Optional.of(value.equals("9e999") ? "Inf" : value);
  }

  private static Optional<String> number(String value, ColumnType from, ColumnType to) {
    if (value.equals("9e999")) {
      return FLOAT.contains(to) ? Optional.of(value) : Optional.empty();
    }
    BigDecimal number =
        FLOAT.contains(from) ? new BigDecimal(Double.parseDouble(value)) : new BigDecimal(value);
    boolean isWhole = number.stripTrailingZeros().scale() <= 0;
    boolean fits =
        to == Simple.BOOLEAN
            ? WHOLE.contains(from) && (value.equals("0") || value.equals("1"))
            : WHOLE.contains(to)
                ? isWhole && number.toBigInteger().bitLength() < bits(to)
                : to == Simple.INTEGER
                    ? isWhole
                        && number.toBigInteger().bitLength() < 64 + (FLOAT.contains(from) ? 0 : 900)
                    : FLOAT.contains(to)
                        ? floats(value, number, from, to)
                        : decimal(value, number, from, (Decimal) to);
    return fits ? Optional.of(value) : Optional.empty();
  }

  private static int bits(ColumnType type) {
    return type == Simple.INT16 ? 16 : type == Simple.INT32 ? 32 : 64;
  }

  private static boolean floats(String value, BigDecimal number, ColumnType from, ColumnType to) {
    if (FLOAT.contains(from)) {
      return to == Simple.FLOAT64 || Math.abs(Double.parseDouble(value)) <= Float.MAX_VALUE;
    }
    if (WHOLE.contains(from)) {
      return new BigDecimal(number.doubleValue()).compareTo(number) == 0;
    }
    return number.stripTrailingZeros().precision() <= EXACT_DIGITS;
  }

  private static boolean decimal(String value, BigDecimal number, ColumnType from, Decimal to) {
    if (to.precision() == 0) {
      return !FLOAT.contains(from) || Math.abs(number.doubleValue()) < 1e15;
    }
    BigDecimal plain =
        new BigDecimal(FLOAT.contains(from) ? value : number.toPlainString()).stripTrailingZeros();
    return plain.scale() <= to.scale()
        && plain.precision() - plain.scale() <= to.precision() - to.scale();
  }

  private static Optional<String> ofText(String value, ColumnType to) {
    if (to instanceof Decimal || isNumber(to)) {
      boolean whole = value.matches("0|-?[1-9][0-9]*");
      boolean plain = value.matches("(0|-?[1-9][0-9]*)([.][0-9]+)?");
      boolean fits =
          WHOLE.contains(to) || to == Simple.INTEGER
              ? whole
              : FLOAT.contains(to)
                  ? plain || value.equals("1e3") || value.equals(" 1")
                  : plain && decimal(value, new BigDecimal(value), to, (Decimal) to);
      return fits ? Optional.of(value) : Optional.empty();
    }
    if (!(to instanceof Simple simple)) {
      return Optional.empty();
    }
    return switch (simple) {
      case BOOLEAN ->
          switch (value) {
            case "true" -> Optional.of("1");
            case "0" -> Optional.of("0");
            case "1" -> Optional.of("1");
            default -> Optional.empty();
          };
      case UUID ->
          Optional.of(value.toLowerCase(java.util.Locale.ROOT))
              .filter(made -> made.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
      case INET -> Optional.of(value);
      case JSON ->
          Optional.of(value)
              .filter(made -> made.matches("\\{.*|true|-?[1-9].*| 1|0"))
              .filter(made -> made.matches("\\{.*|true| ?-?[0-9.e]+"));
      case DATE -> Optional.of(value).filter("2026-11-20"::equals);
      case DATE_TIME -> dateTime(value, "");
      case INSTANT -> dateTime(value, "Z");
      case TIME -> value.equals("07:05:01") ? Optional.of("07:05:01.000000") : Optional.empty();
      case PERIOD, DURATION -> Optional.of(value).filter("P1D"::equals);
      default -> Optional.empty();
    };
  }

  private static Optional<String> dateTime(String value, String zone) {
    if (!value.matches("2026-11-20[T ]07:05:01([.]123(456)?)?" + zone)) {
      return Optional.empty();
    }
    String fraction = value.substring(19).replace("Z", "");
    String padded = fraction + ".000000".substring(fraction.length());
    return Optional.of("2026-11-20T07:05:01" + padded + zone);
  }

  private static Optional<String> moment(String value, ColumnType from, ColumnType to) {
    if (from == Simple.DATE && to == Simple.DATE_TIME) {
      return Optional.of(value + "T00:00:00.000000");
    }
    if (from == Simple.DATE && to == Simple.INSTANT) {
      return Optional.of(value + "T00:00:00.000000Z");
    }
    if (from == Simple.DATE_TIME && to == Simple.INSTANT) {
      return Optional.of(value + "Z");
    }
    if (from == Simple.INSTANT && to == Simple.DATE_TIME) {
      return Optional.of(value.replace("Z", ""));
    }
    boolean hasDate = from == Simple.DATE_TIME || from == Simple.INSTANT;
    if (hasDate && to == Simple.DATE && value.contains("T00:00:00.000000")) {
      return Optional.of(value.substring(0, 10));
    }
    return hasDate && to == Simple.TIME ? Optional.of(value.substring(11, 26)) : Optional.empty();
  }
}
