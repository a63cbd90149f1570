package dev.varve.seed.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What values become, and which are refused. */
class CanonicalTest {
  private static final RecordAccess RECORDS = new RecordAccess(MethodHandles.lookup());
  private static final Canonical VALUES = new Canonical(new JsonText(RECORDS));

  @TempDir Path folder;

  record Line(String text, Optional<Integer> number, List<Line> inner) {}

  private static Object canonical(String type, Object value) {
    return VALUES.of(ValueType.parse(type), value);
  }

  private static void stored(String type, Object value, String postgres, Object sqlite) {
    ValueType read = ValueType.parse(type);
    Object canonical = VALUES.of(read, value);
    assertEquals(postgres, PostgresEncoder.text(read, canonical));
    assertEquals(sqlite, SqliteEncoder.value(read, canonical));
    assertEquals(canonical, StoredText.parse(read, postgres));
  }

  @Test
  void numbersAreStored() {
    stored("boolean", true, "true", 1L);
    stored("int16", (byte) -1, "-1", -1L);
    stored("int64", Long.MIN_VALUE, "-9223372036854775808", Long.MIN_VALUE);
    stored("float64", -0.0, "0.0", 0.0);
    stored("float32", 0.1f, "0.1", (double) 0.1f);
    stored("decimal(6,2)", new BigDecimal("1.5000"), "1.50", "1.50");
    stored("decimal(6,2)", new BigDecimal("1E+3"), "1000.00", "1000.00");
    stored("decimal", new BigDecimal("1E+3"), "1000", "1000");
    stored("decimal", new BigDecimal("0.50"), "0.50", "0.50");
    stored(
        "integer",
        new BigInteger("-12345678901234567890"),
        "-12345678901234567890",
        "-12345678901234567890");
  }

  @Test
  void timesAreStored() {
    stored(
        "instant",
        OffsetDateTime.parse("2026-11-20T07:05:01.123456789+05:45"),
        "2026-11-20 01:20:01.123456+00",
        "2026-11-20T01:20:01.123456Z");
    stored(
        "instant",
        Instant.parse("0000-02-29T00:00:00Z"),
        "0001-02-29 00:00:00.000000+00 BC",
        "0000-02-29T00:00:00.000000Z");
    stored(
        "date_time",
        LocalDateTime.parse("2026-11-20T07:05"),
        "2026-11-20 07:05:00.000000",
        "2026-11-20T07:05:00.000000");
    stored("date", LocalDate.of(476, 9, 4), "0476-09-04", "0476-09-04");
    stored("time", LocalTime.MAX, "23:59:59.999999", "23:59:59.999999");
    stored("time", LocalTime.MIDNIGHT, "00:00:00.000000", "00:00:00.000000");
    stored("duration", Duration.ofMillis(-1500), "PT-1.5S", "PT-1.5S");
    stored("duration", Duration.ofNanos(1), "PT0S", "PT0S");
    stored("period", Period.of(1, 14, -40), "P2Y2M-40D", "P2Y2M-40D");
  }

  @Test
  void textsAreStored() throws Exception {
    stored("char", 'x', "x", "x");
    stored("text", Locale.forLanguageTag("pt-BR"), "pt-BR", "pt-BR");
    stored("text(3)", Currency.getInstance("EUR"), "EUR", "EUR");
    stored("words(FREE,PRO)", Columns.Tier.PRO, "PRO", "PRO");
    String uuid = "3f333df6-90a4-4fda-8dd3-9485d27cee36";
    stored("uuid", UUID.fromString(uuid.toUpperCase(Locale.ROOT)), uuid, uuid);
    stored(
        "inet",
        InetAddress.getByName("2001:DB8:0:0:1:0:0:1"),
        "2001:db8::1:0:0:1",
        "2001:db8::1:0:0:1");
    stored("inet", InetAddress.getByName("fe80::1%1"), "fe80::1", "fe80::1");
    byte[] bytes = {0, -1};
    assertEquals("\\x00ff", PostgresEncoder.text(ValueType.parse("bytes"), bytes));
    assertArrayEquals(bytes, (byte[]) SqliteEncoder.value(ValueType.parse("bytes"), bytes));
  }

  @Test
  void arraysAreStored() {
    stored(
        "array(text)",
        Arrays.asList("a\"b\\", null, "NULL", ""),
        "{\"a\\\"b\\\\\",NULL,\"NULL\",\"\"}",
        "[\"a\\\"b\\\\\",null,\"NULL\",\"\"]");
    stored("array(int32)", new int[] {1, -2}, "{\"1\",\"-2\"}", "[1,-2]");
    stored("array(boolean)", List.of(true), "{\"true\"}", "[true]");
    stored("array(decimal(4,1))", Set.of(BigDecimal.TEN), "{\"10.0\"}", "[\"10.0\"]");
    stored("array(text)", Set.of("b", "c", "a"), "{\"a\",\"b\",\"c\"}", "[\"a\",\"b\",\"c\"]");
    stored("array(date)", List.of(), "{}", "[]");
  }

  @Test
  void jsonIsWritten() {
    Line line = new Line("\u0001\"\\\n\u00e9\ud83e\udd80", Optional.of(1), List.of());
    assertEquals(
        "{\"text\":\"a\",\"number\":null,\"inner\":[{\"text\":\"\\u0001\\\"\\\\\\n\u00e9\ud83e\udd80\","
            + "\"number\":1,\"inner\":[]}]}",
        canonical("json", new Line("a", Optional.empty(), List.of(line))));
    assertEquals(
        "{\"1\":[1.5,2],\"FREE\":\"2026-11-20\",\"z\":[true,null]}",
        canonical(
            "json",
            Map.of(
                "z",
                Arrays.asList(true, null),
                1,
                new Object[] {1.5, 2L},
                Columns.Tier.FREE,
                LocalDate.of(2026, 11, 20))));
    assertEquals("[1, 2]", canonical("json", "[1, 2]"));
  }

  private static void refused(String type, Object value, String... message) {
    ValueException e = assertThrows(ValueException.class, () -> canonical(type, value));
    for (String part : message) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }

  @Test
  void whatAColumnCannotHoldIsRefused() {
    refused("int16", 40_000, "40000", "32767");
    refused("decimal(4,2)", new BigDecimal("1.005"), "1.005", "2 digits after the point");
    refused("decimal(4,2)", new BigDecimal("100"), "100", "2 digits before the point");
    refused("decimal", new BigDecimal("1E+200000"), "131072");
    refused("decimal", new BigDecimal("1E-20000"), "16383");
    refused("integer", BigInteger.TEN.pow(140_000), "131072");
    refused("text(3)", "abcd", "\"abcd\" has 4 characters", "text(3)");
    refused("text", "a\0b", "NUL at 1");
    refused("text", "a\ud83e", "surrogate pair at 1");
    refused("text", "\udd80a", "surrogate pair at 0");
    refused("char", '\ud83e', "surrogate");
    refused("words(FREE,PRO)", "GOLD", "\"GOLD\" is none of FREE, PRO");
    refused("duration", Duration.ofSeconds(Long.MAX_VALUE), "2562047788 hours");
    refused("period", Period.ofYears(Integer.MAX_VALUE), "months");
    refused("array(text(1))", Arrays.asList("a", null, "bc"), "element 2: \"bc\"");
    refused("array(text)", "a", "java.lang.String is no type for array(text)");
    refused("instant", new Date(), "java.util.Date is no type for instant");
    refused("int32", 1.0, "java.lang.Double is no type for int32");
  }

  @Test
  void whatJsonCannotHoldIsRefused() {
    refused("json", Map.of("a", Double.NaN), "NaN");
    refused("json", Map.of("a", "\0"), "NUL");
    refused("json", Map.of("a", new Date()), "java.util.Date", "record");
    List<Object> self = new ArrayList<>();
    self.add(self);
    refused("json", self, "hold itself");
    for (String text :
        List.of(
            "",
            "{",
            "[1,]",
            "{\"a\" 1}",
            "01",
            "1.",
            "+1",
            "nul",
            "\"a",
            "[1] 2",
            "'a'",
            "\"\\x\"")) {
      refused("json", text, "not JSON", "expected");
    }
    refused("json", "\"\\u0000\"", "NUL");
    refused("json", "\"\\ud83e\"", "surrogate");
  }

  /** Both ends of what the server stores, and one step beyond, which it refuses itself. */
  @Test
  void postgresTimesEndWhereItSays() throws Exception {
    try (Connection connection = Databases.connect(Engine.POSTGRESQL, folder)) {
      Databases.run(connection, "CREATE TABLE t (i timestamptz, l timestamp, d date, f real)");
      there(connection, "i", "instant", Instant.parse("-4712-01-01T00:00:00Z"));
      there(connection, "i", "instant", Instant.parse("+294276-12-31T23:59:59.999999Z"));
      there(connection, "l", "date_time", LocalDateTime.parse("-4712-01-01T00:00:00"));
      there(connection, "l", "date_time", LocalDateTime.parse("+294276-12-31T23:59:59.999999"));
      there(connection, "d", "date", LocalDate.parse("-4712-01-01"));
      there(connection, "d", "date", LocalDate.parse("+5874897-12-31"));
      there(connection, "f", "float32", Float.NaN);
    }
    beyond("instant", Instant.parse("-4713-12-31T23:59:59.999999Z"));
    beyond("instant", Instant.parse("+294277-01-01T00:00:00Z"));
    beyond("instant", Instant.MIN);
    beyond("instant", Instant.MAX);
    beyond("date_time", LocalDateTime.MAX);
    beyond("date", LocalDate.MIN);
    beyond("date", LocalDate.MAX);
  }

  private static void there(Connection connection, String column, String type, Object value)
      throws Exception {
    ValueType read = ValueType.parse(type);
    Object canonical = VALUES.of(read, value);
    Databases.run(connection, "DELETE FROM t");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t (" + column + ") VALUES (?)")) {
      insert.setObject(1, PostgresEncoder.text(read, canonical), Types.OTHER);
      insert.executeUpdate();
    }
    try (PreparedStatement select = connection.prepareStatement("SELECT " + column + " FROM t")) {
      for (int time = 0; time < 7; time++) {
        try (ResultSet result = select.executeQuery()) {
          assertTrue(result.next());
          assertEquals(canonical, Decoder.canonical(result, 1, read));
        }
      }
    }
  }

  private static void beyond(String type, Object value) {
    ValueType read = ValueType.parse(type);
    Object canonical = VALUES.of(read, value);
    ValueException e =
        assertThrows(ValueException.class, () -> PostgresEncoder.text(read, canonical));
    assertTrue(e.getMessage().contains("4713 BC to 294276"), e.getMessage());
  }

  @Test
  void sqliteRefusesWhatItWouldSortWrongly() {
    for (Object value :
        List.of(Instant.parse("-0001-12-31T23:59:59Z"), Instant.parse("+10000-01-01T00:00:00Z"))) {
      assertThrows(
          ValueException.class,
          () -> SqliteEncoder.value(ValueType.parse("instant"), value),
          value.toString());
    }
    assertThrows(
        ValueException.class,
        () -> SqliteEncoder.value(ValueType.parse("date"), LocalDate.of(10_000, 1, 1)));
    assertThrows(
        ValueException.class, () -> SqliteEncoder.value(ValueType.parse("float64"), Double.NaN));
  }

  /** Intervals that the database made itself, in the styles that a server may be set to. */
  @Test
  void intervalsAreReadInPostgresStyles() throws Exception {
    try (Connection connection = Databases.connect(Engine.POSTGRESQL, folder)) {
      for (String style : List.of("postgres", "postgres_verbose", "iso_8601")) {
        Databases.run(connection, "SET intervalstyle = " + style);
        String sql =
            "SELECT interval '-1 day -04:05:06.7', interval '-1 year +2 mons -3 days',"
                + " interval '0', interval '25:00:00'";
        try (PreparedStatement select = connection.prepareStatement(sql);
            ResultSet result = select.executeQuery()) {
          assertTrue(result.next());
          ValueType duration = ValueType.parse("duration");
          ValueType period = ValueType.parse("period");
          Duration expected = Duration.parse("-P1DT4H5M6.7S");
          assertEquals(expected, Decoder.canonical(result, 1, duration), style);
          assertEquals(Period.of(0, -10, -3), Decoder.canonical(result, 2, period), style);
          assertEquals(Duration.ZERO, Decoder.canonical(result, 3, duration), style);
          assertEquals(Period.ZERO, Decoder.canonical(result, 3, period), style);
          assertEquals(Duration.ofHours(25), Decoder.canonical(result, 4, duration), style);
          assertThrows(ValueException.class, () -> Decoder.canonical(result, 2, duration));
          assertThrows(ValueException.class, () -> Decoder.canonical(result, 1, period));
        }
      }
    }
  }
}
