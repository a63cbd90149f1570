package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.conformance.types.Colour;
import dev.varve.conformance.types.Point;
import dev.varve.conformance.types.Size;
import dev.varve.conformance.types.Specimen;
import dev.varve.conformance.types.SpecimenSeed;
import dev.varve.conformance.types.TypesSeed;
import dev.varve.runtime.Migrator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type at its extremes: inserted by a seed builder, and read back as each engine's own SQL
 * shows it, by a query that knows nothing of Varve.
 */
class TypesTest {
  private static final String QUOTES = "it's \"odd\" \\ {a,b} \n\t\u00e9\u4e2d\ud83d\ude00 NULL";
  private static final BigDecimal LONG_DECIMAL =
      new BigDecimal("-" + "9".repeat(200) + "." + "1".repeat(200));

  /** What one extreme looks like: how it is given, and what either engine must show. */
  private record Extreme(
      UnaryOperator<SpecimenSeed> given,
      Map<String, String> onPostgresql,
      Map<String, String> onSqlite) {}

  private static Extreme least() throws Exception {
    URI uri = new URI("urn:x");
    InetAddress address = InetAddress.getByAddress(new byte[4]);
    UnaryOperator<SpecimenSeed> given =
        s ->
            s.truth(false)
                .int8(Byte.MIN_VALUE)
                .int16(Short.MIN_VALUE)
                .int32(Integer.MIN_VALUE)
                .int64(Long.MIN_VALUE)
                .float32(-Float.MAX_VALUE)
                .float64(-Double.MAX_VALUE)
                .price(new BigDecimal("-99999999.99"))
                .decimal(LONG_DECIMAL)
                .integer(BigInteger.TEN.pow(500).negate())
                .letter('!')
                .text("")
                .shortText("")
                .uuid(new UUID(0, 0))
                .instant(Instant.parse("0001-01-01T00:00:00Z"))
                .offsetDateTime(LocalDateTime.of(1, 1, 2, 0, 0).atOffset(ZoneOffset.ofHours(14)))
                .zonedDateTime(LocalDateTime.of(1970, 1, 1, 0, 0).atZone(ZoneOffset.UTC))
                .dateTime(LocalDateTime.of(1, 1, 1, 0, 0))
                .date(LocalDate.of(1, 1, 1))
                .time(LocalTime.MIN)
                .duration(Duration.ofSeconds(-3, 500_000_000))
                .period(Period.of(-1, -2, -3))
                .bytes(new byte[0])
                .colour(Colour.RED)
                .size(Size.SMALL)
                .uri(uri)
                .url(url("file:/"))
                .locale(Locale.ROOT)
                .currency(Currency.getInstance("XXX"))
                .zone(ZoneOffset.UTC)
                .address(address)
                .words(new String[0])
                .numbers(new int[0])
                .names(List.of())
                .days(List.of())
                .settings(Map.of())
                .point(new Point(0, 0, ""));
    Map<String, String> both = new LinkedHashMap<>();
    both.put("int8", "-128");
    both.put("int16", "-32768");
    both.put("int32", "-2147483648");
    both.put("int64", "-9223372036854775808");
    both.put("price", "-99999999.99");
    both.put("decimal", LONG_DECIMAL.toPlainString());
    both.put("integer", BigInteger.TEN.pow(500).negate().toString());
    both.put("letter", "!");
    both.put("text", "");
    both.put("short_text", "");
    both.put("uuid", "00000000-0000-0000-0000-000000000000");
    both.put("date", "0001-01-01");
    both.put("colour", "RED");
    both.put("size", "SMALL");
    both.put("uri", "urn:x");
    both.put("url", "file:/");
    both.put("locale", "und");
    both.put("currency", "XXX");
    both.put("zone", "Z");
    both.put("address", "0.0.0.0");
    both.put("settings", "{}");
    Map<String, String> postgresql = new LinkedHashMap<>(both);
    postgresql.put("truth", "false");
    postgresql.put("instant", "0001-01-01 00:00:00+00");
    postgresql.put("offset_date_time", "0001-01-01 10:00:00+00");
    postgresql.put("zoned_date_time", "1970-01-01 00:00:00+00");
    postgresql.put("date_time", "0001-01-01 00:00:00");
    postgresql.put("time", "00:00:00");
    postgresql.put("duration", "-00:00:02.5");
    postgresql.put("period", "-1 years -2 mons -3 days");
    postgresql.put("bytes", "\\x");
    postgresql.put("words", "{}");
    postgresql.put("numbers", "{}");
    postgresql.put("names", "{}");
    postgresql.put("days", "{}");
    Map<String, String> sqlite = new LinkedHashMap<>(both);
    sqlite.put("truth", "0");
    sqlite.put("instant", "0001-01-01T00:00:00.000000Z");
    sqlite.put("offset_date_time", "0001-01-01T10:00:00.000000Z");
    sqlite.put("zoned_date_time", "1970-01-01T00:00:00.000000Z");
    sqlite.put("date_time", "0001-01-01T00:00:00.000000");
    sqlite.put("time", "00:00:00.000000");
    sqlite.put("duration", "PT-2.5S");
    sqlite.put("period", "P-1Y-2M-3D");
    sqlite.put("bytes", "");
    sqlite.put("words", "[]");
    sqlite.put("numbers", "[]");
    sqlite.put("names", "[]");
    sqlite.put("days", "[]");
    return new Extreme(given, postgresql, sqlite);
  }

  private static Extreme greatest() throws Exception {
    URI uri = new URI("https://example.com/%C3%A9?a=b#c");
    InetAddress address = InetAddress.getByName("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    LocalDateTime last = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000);
    UnaryOperator<SpecimenSeed> given =
        s ->
            s.truth(true)
                .int8(Byte.MAX_VALUE)
                .int16(Short.MAX_VALUE)
                .int32(Integer.MAX_VALUE)
                .int64(Long.MAX_VALUE)
                .float32(Float.MAX_VALUE)
                .float64(Double.MAX_VALUE)
                .price(new BigDecimal("99999999.99"))
                .decimal(LONG_DECIMAL.negate())
                .integer(BigInteger.TEN.pow(500))
                .letter('\u00e9')
                .text(QUOTES)
                .shortText("\ud83d\ude00".repeat(5))
                .uuid(new UUID(-1, -1))
                .instant(last.toInstant(ZoneOffset.UTC))
                .offsetDateTime(last.minusHours(20).atOffset(ZoneOffset.ofHours(-14)))
                .zonedDateTime(LocalDateTime.of(2026, 7, 1, 12, 0).atZone(ZoneId.of("Europe/Oslo")))
                .dateTime(last)
                .date(last.toLocalDate())
                .time(LocalTime.of(23, 59, 59, 999_999_000))
                .duration(Duration.ofDays(30).plusNanos(1_000))
                .period(Period.of(1, 2, 3))
                .bytes(bytes)
                .colour(Colour.GREEN)
                .size(Size.LARGE)
                .uri(uri)
                .url(url("https://example.com/a?b='c'"))
                .locale(Locale.forLanguageTag("zh-Hant-TW"))
                .currency(Currency.getInstance("EUR"))
                .zone(ZoneId.of("Europe/Oslo"))
                .address(address)
                .words(new String[] {QUOTES, "", "NULL", "a,b"})
                .numbers(new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE})
                .names(List.of(QUOTES))
                .days(List.of(LocalDate.of(2026, 11, 20)))
                .settings(Map.of("k", QUOTES))
                .point(new Point(-1, 2.5, "p"));
    Map<String, String> both = new LinkedHashMap<>();
    both.put("int8", "127");
    both.put("int16", "32767");
    both.put("int32", "2147483647");
    both.put("int64", "9223372036854775807");
    both.put("price", "99999999.99");
    both.put("decimal", LONG_DECIMAL.negate().toPlainString());
    both.put("integer", BigInteger.TEN.pow(500).toString());
    both.put("letter", "\u00e9");
    both.put("text", QUOTES);
    both.put("short_text", "\ud83d\ude00".repeat(5));
    both.put("uuid", "ffffffff-ffff-ffff-ffff-ffffffffffff");
    both.put("date", "9999-12-31");
    both.put("colour", "GREEN");
    both.put("size", "LARGE");
    both.put("uri", uri.toString());
    both.put("url", "https://example.com/a?b='c'");
    both.put("locale", "zh-Hant-TW");
    both.put("currency", "EUR");
    both.put("zone", "Europe/Oslo");
    Map<String, String> postgresql = new LinkedHashMap<>(both);
    postgresql.put("truth", "true");
    postgresql.put("instant", "9999-12-31 23:59:59.999999+00");
    postgresql.put("offset_date_time", "9999-12-31 17:59:59.999999+00");
    postgresql.put("zoned_date_time", "2026-07-01 10:00:00+00");
    postgresql.put("date_time", "9999-12-31 23:59:59.999999");
    postgresql.put("time", "23:59:59.999999");
    postgresql.put("duration", "720:00:00.000001");
    postgresql.put("period", "1 year 2 mons 3 days");
    postgresql.put("bytes", "\\x" + HexFormat.of().formatHex(bytes));
    postgresql.put("address", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    postgresql.put("numbers", "{-2147483648,0,2147483647}");
    postgresql.put("days", "{2026-11-20}");
    Map<String, String> sqlite = new LinkedHashMap<>(both);
    sqlite.put("truth", "1");
    sqlite.put("instant", "9999-12-31T23:59:59.999999Z");
    sqlite.put("offset_date_time", "9999-12-31T17:59:59.999999Z");
    sqlite.put("zoned_date_time", "2026-07-01T10:00:00.000000Z");
    sqlite.put("date_time", "9999-12-31T23:59:59.999999");
    sqlite.put("time", "23:59:59.999999");
    sqlite.put("duration", "PT720H0.000001S");
    sqlite.put("period", "P1Y2M3D");
    sqlite.put("numbers", "[-2147483648,0,2147483647]");
    sqlite.put("days", "[\"2026-11-20\"]");
    return new Extreme(given, postgresql, sqlite);
  }

  private static java.net.URL url(String text) {
    try {
      return new URI(text).toURL();
    } catch (java.net.URISyntaxException | java.net.MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Stream<Arguments> extremes() throws Exception {
    return Stream.of(
        Arguments.of("least", true, least()),
        Arguments.of("greatest", true, greatest()),
        Arguments.of("least", false, least()),
        Arguments.of("greatest", false, greatest()));
  }

  @ParameterizedTest(name = "{0}, PostgreSQL: {1}")
  @MethodSource("extremes")
  void areStoredAsTheyWereGiven(String name, boolean postgresql, Extreme extreme) throws Exception {
    try (Connection connection = postgresql ? Databases.postgresql() : Databases.sqlite()) {
      Migrator.of(connection).database("types").allowDrafts().up();
      if (postgresql) {
        execute(connection, "SET timezone = 'UTC'");
      }
      Specimen specimen = TypesSeed.of(connection).specimen(extreme.given());
      Map<String, String> expected = postgresql ? extreme.onPostgresql : extreme.onSqlite;
      Map<String, String> found = new LinkedHashMap<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM specimens")) {
        rows.next();
        for (String column : expected.keySet()) {
          found.put(column, shown(connection, column, postgresql));
        }
        assertEquals(specimen.float32(), rows.getFloat("float32"));
        assertEquals(specimen.float64(), rows.getDouble("float64"));
      }
      assertEquals(expected, found);
      assertNested(connection, specimen, postgresql);
    }
  }

  /** What the engine itself makes of a value when it is asked for text. */
  private static String shown(Connection connection, String column, boolean postgresql)
      throws Exception {
    String text =
        postgresql && column.equals("address")
            ? "host(address)"
            : "CAST(" + column + (postgresql ? " AS text)" : " AS TEXT)");
    return scalar(connection, "SELECT " + text + " FROM specimens");
  }

  /** Elements of arrays and members of JSON, taken out by the engine. */
  private static void assertNested(Connection connection, Specimen specimen, boolean postgresql)
      throws Exception {
    for (int i = 0; i < specimen.words().length; i++) {
      String word = postgresql ? "words[" + (i + 1) + "]" : "words ->> " + i;
      assertEquals(specimen.words()[i], scalar(connection, "SELECT " + word + " FROM specimens"));
    }
    Object setting = specimen.settings().get("k");
    assertEquals(setting, scalar(connection, "SELECT settings ->> 'k' FROM specimens"));
    assertEquals(
        specimen.point().label(), scalar(connection, "SELECT point ->> 'label' FROM specimens"));
    assertEquals(
        specimen.point().y(),
        Double.parseDouble(scalar(connection, "SELECT point ->> 'y' FROM specimens")));
  }

  @ParameterizedTest(name = "{0}, PostgreSQL: {1}")
  @MethodSource("extremes")
  void comeBackInTheRecordAsTheyWereGiven(String name, boolean postgresql, Extreme extreme)
      throws Exception {
    try (Connection connection = postgresql ? Databases.postgresql() : Databases.sqlite()) {
      Migrator.of(connection).database("types").allowDrafts().up();
      TypesSeed seed = TypesSeed.of(connection);
      Specimen first = seed.specimen(extreme.given());
      Specimen second =
          seed.specimen(
              s ->
                  extreme
                      .given()
                      .apply(s)
                      .instant(first.instant())
                      .offsetDateTime(first.offsetDateTime())
                      .duration(first.duration())
                      .words(first.words())
                      .settings(first.settings()));
      assertEquals(first.instant(), second.instant());
      assertEquals(first.duration(), second.duration());
      assertEquals(first.price(), second.price());
      assertEquals(Arrays.toString(first.words()), Arrays.toString(second.words()));
    }
  }

  private static void execute(Connection connection, String sql) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String scalar(Connection connection, String sql) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
