package dev.varve.schema;

import java.util.List;

/**
 * What a column holds, in terms of values; each dialect maps it to a type of its own.
 *
 * <p>{@link ColumnTypes} writes a type as text ({@code text(320)}, {@code array(int64)}) and reads
 * it.
 */
public sealed interface ColumnType {
  /** A type without parameters. */
  enum Simple implements ColumnType {
    /** True or false. */
    BOOLEAN,
    /** A whole number of 16 bits: {@code short}, {@code byte}. */
    INT16,
    /** A whole number of 32 bits. */
    INT32,
    /** A whole number of 64 bits. */
    INT64,
    /** A binary floating point number of 32 bits. */
    FLOAT32,
    /** A binary floating point number of 64 bits. */
    FLOAT64,
    /** A whole number without limit: {@code BigInteger}. */
    INTEGER,
    /** One UTF-16 code unit: {@code char}. */
    CHAR,
    /** A UUID. */
    UUID,
    /** A moment, in microseconds, without the zone it was written in. */
    INSTANT,
    /** A date and a time of day without a zone, in microseconds. */
    DATE_TIME,
    /** A date. */
    DATE,
    /** A time of day without a zone, in microseconds. */
    TIME,
    /** An amount of time, {@code java.time.Duration}, in microseconds. */
    DURATION,
    /** An amount of years, months and days, {@code java.time.Period}. */
    PERIOD,
    /** Bytes. */
    BYTES,
    /** An IP address. */
    INET,
    /** A JSON document. */
    JSON
  }

  /**
   * A decimal number.
   *
   * @param precision digits in all, from 1 to 1000; 0: no limit
   * @param scale digits after the point; 0 where precision is 0
   */
  record Decimal(int precision, int scale) implements ColumnType {}

  /**
   * Text.
   *
   * @param length the most characters, counted as code points; 0: no limit
   */
  record Text(int length) implements ColumnType {}

  /**
   * One of some words, stored as text with a CHECK.
   *
   * @param values the words in the order of the Java constants, at least one
   */
  record Words(List<String> values) implements ColumnType {
    /** Copies the list. */
    public Words {
      values = List.copyOf(values);
    }
  }

  /**
   * A value of an enum type of the database.
   *
   * @param type the name of an {@link EnumType} of the same {@link Schema}
   */
  record NativeEnum(QualifiedName type) implements ColumnType {}

  /**
   * A list of values.
   *
   * @param element their type, not an array itself
   */
  record Array(ColumnType element) implements ColumnType {}
}
