package dev.varve.seed.value;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A column of every type and Java type, with its extreme values. */
public final class Columns {
  private static final String JSON = "v IS NULL OR json_valid(v)";
  private static final String ARRAY = JSON + " AND json_type(v) = 'array'";
  private static final String HARD =
      "o'clock \"quoted\" \\back\\ \n\r\t{a,b} NULL ; -- $1 ? %s \u00e9 \u1e9e \ud83e\udd80 \u0001";

  enum Tier {
    FREE,
    PRO {
      @Override
      public String toString() {
        return "Professional";
      }
    }
  }

  record Point(int x, @org.jspecify.annotations.Nullable String label, List<Point> more) {}

  private final List<Column> all = new ArrayList<>();

  private Columns() {}

  public static List<Column> all() throws UnknownHostException, java.net.MalformedURLException {
    Columns columns = new Columns();
    columns.numbers();
    columns.texts();
    columns.times();
    columns.others();
    columns.arrays();
    columns.json();
    return columns.all;
  }

  static Type list(Class<?> raw, Type... arguments) {
    return new ParameterizedType() {
      @Override
      public Type[] getActualTypeArguments() {
        return arguments.clone();
      }

      @Override
      public Type getRawType() {
        return raw;
      }

      @Override
      public Type getOwnerType() {
        return Columns.class;
      }

      @Override
      public String toString() {
        return raw.getSimpleName() + Arrays.toString(arguments);
      }
    };
  }

  private void add(
      String type, String postgres, String sqlite, String check, Type java, Object... values) {
    all.add(Column.of(type, postgres, sqlite, check, java, values));
  }

  private void numbers() {
    add("boolean", "boolean", "INTEGER", "v IN (0, 1)", boolean.class, true, false);
    add("int16", "smallint", "INTEGER", "", byte.class, (byte) -128, (byte) 0, (byte) 127);
    add("int16", "smallint", "INTEGER", "", Short.class, Short.MIN_VALUE, Short.MAX_VALUE);
    add("int32", "integer", "INTEGER", "", int.class, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
    add("int64", "bigint", "INTEGER", "", long.class, Long.MIN_VALUE, -1L, Long.MAX_VALUE);
    add(
        "float32",
        "real",
        "REAL",
        "",
        float.class,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        0.1f,
        -0.0f,
        Float.POSITIVE_INFINITY);
    add(
        "float64",
        "double precision",
        "REAL",
        "",
        double.class,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MIN_NORMAL,
        0.1,
        -0.0,
        1e15 + 0.5,
        Double.NEGATIVE_INFINITY);
    decimals();
  }

  private void decimals() {
    String number = JSON + " AND v NOT GLOB '*[^0-9.-]*'";
    String sized =
        number
            + " AND instr(ltrim(v, '-0') || '.', '.') <= 9"
            + " AND length(v) - instr(v || '.', '.') <= 2";
    add(
        "decimal(10,2)",
        "numeric(10,2)",
        "TEXT",
        sized,
        BigDecimal.class,
        new BigDecimal("-99999999.99"),
        new BigDecimal("0"),
        new BigDecimal("0.50"),
        new BigDecimal("-0.01"),
        new BigDecimal("1.5000"),
        new BigDecimal("1E+7"),
        new BigDecimal("99999999.99"));
    add(
        "decimal",
        "numeric",
        "TEXT",
        number,
        BigDecimal.class,
        new BigDecimal("0"),
        new BigDecimal("0.000"),
        new BigDecimal("1.10"),
        new BigDecimal("-1E+40"),
        new BigDecimal(new BigInteger("7".repeat(1000)), 0),
        new BigDecimal(new BigInteger("-" + "3".repeat(1000)), 999));
    add(
        "integer",
        "numeric",
        "TEXT",
        JSON + " AND v NOT GLOB '*[^0-9-]*'",
        BigInteger.class,
        BigInteger.ZERO,
        BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.TEN),
        new BigInteger("9".repeat(1000)));
  }

  private void texts() throws java.net.MalformedURLException {
    add("char", "varchar(1)", "TEXT", "length(v) = 1", char.class, 'a', '\'', '\\', '\n', '\uffff');
    add("text", "text", "TEXT", "", String.class, "", " ", HARD, "\ud83e\udd80".repeat(5000));
    add(
        "text(5)",
        "varchar(5)",
        "TEXT",
        "length(v) <= 5",
        String.class,
        "",
        "12345",
        "\ud83e\udd80".repeat(5));
    add(
        "words(FREE,PRO)",
        "text CHECK (v IN ('FREE', 'PRO'))",
        "TEXT",
        "v IN ('FREE', 'PRO')",
        Tier.class,
        Tier.FREE,
        Tier.PRO);
    add("text", "text", "TEXT", "", URI.class, URI.create(""), URI.create("http://x.test/a?b=%20"));
    add("text", "text", "TEXT", "", URL.class, new URL("http://192.0.2.1/a b"));
    add(
        "text",
        "text",
        "TEXT",
        "",
        Locale.class,
        Locale.ROOT,
        Locale.forLanguageTag("zh-Hant-TW-x-java"),
        new Locale("he"));
    add("text", "text", "TEXT", "", Currency.class, Currency.getInstance("EUR"));
    add(
        "text",
        "text",
        "TEXT",
        "",
        ZoneId.class,
        ZoneId.of("Europe/Lisbon"),
        ZoneId.of("Z"),
        ZoneOffset.MIN);
  }

  private void times() {
    Instant now = Instant.parse("2026-11-20T07:05:01.123456789Z");
    add(
        "instant",
        "timestamptz",
        "TEXT",
        "",
        Instant.class,
        Instant.EPOCH,
        now,
        Instant.parse("0000-01-01T00:00:00Z"),
        Instant.parse("1582-10-10T00:00:00.000001Z"),
        Instant.parse("1899-12-31T23:59:59.999999999Z"),
        Instant.parse("2016-12-31T23:59:59.999999Z"),
        Instant.parse("9999-12-31T23:59:59.999999999Z"));
    add(
        "instant",
        "timestamptz",
        "TEXT",
        "",
        OffsetDateTime.class,
        now.atOffset(ZoneOffset.ofHoursMinutes(5, 45)),
        now.atOffset(ZoneOffset.MAX));
    add(
        "instant",
        "timestamptz",
        "TEXT",
        "",
        ZonedDateTime.class,
        now.atZone(ZoneId.of("Asia/Tokyo")));
    add(
        "date_time",
        "timestamp",
        "TEXT",
        "",
        LocalDateTime.class,
        LocalDateTime.parse("0000-02-29T00:00:00"),
        LocalDateTime.parse("1940-06-01T02:30:00.5"),
        LocalDateTime.parse("9999-12-31T23:59:59.999999"));
    add(
        "date",
        "date",
        "TEXT",
        "",
        LocalDate.class,
        LocalDate.of(0, 1, 1),
        LocalDate.of(0, 2, 29),
        LocalDate.of(1582, 10, 10),
        LocalDate.of(9999, 12, 31));
    add("time", "time", "TEXT", "", LocalTime.class, LocalTime.MIN, LocalTime.NOON, LocalTime.MAX);
    amounts();
  }

  private void amounts() {
    add(
        "duration",
        "interval",
        "TEXT",
        "",
        Duration.class,
        Duration.ZERO,
        Duration.ofMillis(-1500),
        Duration.ofNanos(-1),
        Duration.ofSeconds(-3_600, 999_999_999),
        Duration.ofDays(400).plusMillis(1),
        Duration.ofSeconds(Long.MAX_VALUE / 1_000_000, 775_807_000),
        Duration.ofSeconds(-(Long.MAX_VALUE / 1_000_000), -775_807_000));
    add(
        "period",
        "interval",
        "TEXT",
        "",
        Period.class,
        Period.ZERO,
        Period.of(-1, -2, -3),
        Period.of(1, 14, -40),
        Period.of(0, Integer.MAX_VALUE, Integer.MAX_VALUE),
        Period.of(0, Integer.MIN_VALUE, Integer.MIN_VALUE));
  }

  private void others() throws UnknownHostException {
    add(
        "uuid",
        "uuid",
        "TEXT",
        "length(v) = 36",
        UUID.class,
        new UUID(0, 0),
        new UUID(-1, -1),
        UUID.fromString("3F333DF6-90A4-4FDA-8DD3-9485D27CEE36"));
    byte[] each = new byte[256];
    for (int i = 0; i < 256; i++) {
      each[i] = (byte) i;
    }
    add("bytes", "bytea", "BLOB", "", byte[].class, new byte[0], new byte[1], each);
    add(
        "inet",
        "inet",
        "TEXT",
        "",
        InetAddress.class,
        InetAddress.getByName("0.0.0.0"),
        InetAddress.getByName("255.255.255.255"),
        InetAddress.getByName("::"),
        InetAddress.getByName("::1"),
        InetAddress.getByName("2001:db8::"),
        InetAddress.getByName("1:0:0:2:0:0:0:3"),
        InetAddress.getByName("1:0:2:3:4:5:6:7"),
        InetAddress.getByName("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        InetAddress.getByAddress("named.example", new byte[] {10, 0, 0, 1}));
  }

  private void arrays() throws UnknownHostException {
    add(
        "array(text)",
        "text[]",
        "TEXT",
        ARRAY,
        list(List.class, String.class),
        List.of(),
        Arrays.asList("a", null, "", "NULL", "null", HARD, "{}", ",", "\"", "\\"));
    add("array(text)", "text[]", "TEXT", ARRAY, String[].class, (Object) new String[] {"a,b", "c"});
    add(
        "array(text)",
        "text[]",
        "TEXT",
        ARRAY,
        list(Set.class, String.class),
        new LinkedHashSet<>(List.of("z", "a")),
        Set.of("b", "a", "c"));
    add("array(int32)", "integer[]", "TEXT", ARRAY, int[].class, new int[0], new int[] {1, -2});
    add(
        "array(int64)",
        "bigint[]",
        "TEXT",
        ARRAY,
        list(List.class, Long.class),
        Arrays.asList(Long.MIN_VALUE, null, Long.MAX_VALUE));
    add("array(boolean)", "boolean[]", "TEXT", ARRAY, boolean[].class, new boolean[] {true, false});
    add("array(int16)", "smallint[]", "TEXT", ARRAY, short[].class, new short[] {1, 2});
    add(
        "array(float64)",
        "double precision[]",
        "TEXT",
        ARRAY,
        double[].class,
        new double[] {0.1, Double.MIN_VALUE, Double.MAX_VALUE, Double.NEGATIVE_INFINITY});
    add("array(float32)", "real[]", "TEXT", ARRAY, float[].class, new float[] {0.1f, -0.0f});
    add(
        "array(decimal)",
        "numeric[]",
        "TEXT",
        ARRAY,
        list(List.class, BigDecimal.class),
        Arrays.asList(new BigDecimal("1.10"), null, new BigDecimal("-1E+20")));
    add("array(char)", "varchar(1)[]", "TEXT", ARRAY, char[].class, "a\"{,\\".toCharArray());
    add(
        "array(words(FREE,PRO))",
        "text[]",
        "TEXT",
        ARRAY,
        list(List.class, Tier.class),
        List.of(Tier.PRO, Tier.FREE));
    moreArrays();
  }

  private void moreArrays() throws UnknownHostException {
    UUID uuid = UUID.fromString("3f333df6-90a4-4fda-8dd3-9485d27cee36");
    add("array(uuid)", "uuid[]", "TEXT", ARRAY, list(List.class, UUID.class), List.of(uuid));
    add(
        "array(instant)",
        "timestamptz[]",
        "TEXT",
        ARRAY,
        list(List.class, Instant.class),
        Arrays.asList(
            Instant.parse("0000-01-01T00:00:00Z"),
            null,
            Instant.parse("1850-01-01T00:00:00Z"),
            Instant.parse("2026-11-20T07:05:01.123456789Z")));
    add(
        "array(date_time)",
        "timestamp[]",
        "TEXT",
        ARRAY,
        list(List.class, LocalDateTime.class),
        List.of(
            LocalDateTime.parse("0000-02-29T00:00:00"),
            LocalDateTime.parse("9999-12-31T23:59:59.1")));
    add(
        "array(date)",
        "date[]",
        "TEXT",
        ARRAY,
        list(List.class, LocalDate.class),
        List.of(LocalDate.of(0, 2, 29), LocalDate.of(9999, 12, 31)));
    add(
        "array(time)",
        "time[]",
        "TEXT",
        ARRAY,
        list(List.class, LocalTime.class),
        List.of(LocalTime.MAX));
    add(
        "array(duration)",
        "interval[]",
        "TEXT",
        ARRAY,
        list(List.class, Duration.class),
        List.of(Duration.ofMillis(-1500), Duration.ofDays(40)));
    add(
        "array(period)",
        "interval[]",
        "TEXT",
        ARRAY,
        list(List.class, Period.class),
        List.of(Period.of(-1, -2, -3), Period.ZERO));
    add(
        "array(inet)",
        "inet[]",
        "TEXT",
        ARRAY,
        list(List.class, InetAddress.class),
        List.of(InetAddress.getByName("::1"), InetAddress.getByName("10.0.0.1")));
    add(
        "array(text)",
        "text[]",
        "TEXT",
        ARRAY,
        list(List.class, ZoneId.class),
        List.of(ZoneId.of("Z")));
  }

  private void json() {
    Type map = list(Map.class, String.class, Object.class);
    add(
        "json",
        "jsonb",
        "TEXT",
        JSON,
        map,
        Map.of(),
        Map.of("a", List.of(), "b", Map.of("c", true), HARD, HARD),
        Map.of("n", new BigDecimal("12345678901234567890.5")));
    add("json", "jsonb", "TEXT", JSON, list(Map.class, Tier.class, int[].class));
    Point inner = new Point(-1, HARD, List.of());
    add("json", "jsonb", "TEXT", JSON, Point.class, new Point(1, null, List.of(inner, inner)));
    add("json", "jsonb", "TEXT", JSON, String.class, "[]", "{\"a\": 1}", "\"text\"", "1.50");
  }
}
