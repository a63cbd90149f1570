package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.UUID;

/** From the text that either engine gives for a value to its canonical form. */
public final class StoredText {
  private StoredText() {}

  /**
   * Reads a value.
   *
   * @throws ValueException if {@code text} is no value of {@code type}
   */
  public static Object parse(ValueType type, String text) {
    try {
      return switch (type.kind()) {
        case BOOLEAN -> truth(text);
        case INT16, INT32, INT64 -> Long.valueOf(text);
        case FLOAT32 -> Float.parseFloat(text) + 0.0f;
        case FLOAT64 -> Double.parseDouble(text) + 0.0;
        case INTEGER -> new BigInteger(text);
        case DECIMAL -> Decimals.decimal(type, new BigDecimal(text));
        case UUID -> UUID.fromString(text);
        case INSTANT -> TimeText.instant(text);
        case DATE_TIME -> TimeText.dateTime(text);
        case DATE -> TimeText.date(text);
        case TIME -> LocalTime.parse(text);
        case DURATION -> IntervalText.parse(text).duration();
        case PERIOD -> IntervalText.parse(text).period();
        case BYTES -> HexFormat.of().parseHex(text.startsWith("\\x") ? text.substring(2) : text);
        case INET -> InetText.parse(text);
        case ARRAY ->
            text.startsWith("[") ? ArrayText.json(type, text) : ArrayText.postgres(type, text);
        case CHAR, TEXT, WORDS, JSON -> text;
      };
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new ValueException(Texts.shown(text) + " is no value of " + type, e);
    }
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "t", "true", "1" -> true;
      case "f", "false", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
