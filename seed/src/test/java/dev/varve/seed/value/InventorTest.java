package dev.varve.seed.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventorTest {
  private static final RecordAccess RECORDS = new RecordAccess(MethodHandles.lookup());
  private static final Canonical VALUES = new Canonical(new JsonText(RECORDS));
  private static final Inventor INVENTOR = new Inventor(42);

  enum Mood {
    CALM,
    GLAD,
    LOUD
  }

  record Settings(
      String theme,
      int size,
      boolean dark,
      List<String> tags,
      Map<String, Long> counts,
      Mood mood,
      Instant at,
      Currency money) {}

  record Endless(@org.jspecify.annotations.Nullable Endless inner) {}

  private static ValueDomain domain(String words) {
    return ValueDomain.read(words.isEmpty() ? List.of() : List.of(words.split(" ")));
  }

  private static Choices<Object> choices(String column, String type, Type java, String domain) {
    ValueType read = ValueType.parse(type);
    JavaType wanted = new JavaType(java);
    return INVENTOR
        .choices("things", column, read, wanted, domain(domain))
        .map(value -> Objects.requireNonNull(wanted.of(read, value, RECORDS)));
  }

  /** The first so many values; each is one that the column takes, and no two are the same. */
  private static List<Object> some(
      String column, String type, Type java, String words, int most, String hint) {
    Choices<Object> choices = choices(column, type, java, words);
    ValueType read = ValueType.parse(type);
    ValueDomain domain = domain(words);
    List<Object> values = new ArrayList<>();
    Set<Object> texts = new HashSet<>();
    for (long i = 0; i < Math.min(most, choices.count()); i++) {
      Object value = choices.get(i);
      String where = type + ' ' + words + " #" + i + " of " + choices.count() + ": " + value + hint;
      Object canonical = VALUES.of(read, value);
      assertTrue(domain.allows(canonical), where);
      assertTrue(texts.add(PostgresEncoder.text(read, canonical)), where);
      assertTrue(SqliteEncoder.value(read, canonical) != null, where);
      values.add(value);
    }
    Object last = VALUES.of(read, choices.get(choices.count() - 1));
    assertTrue(domain.allows(last), () -> type + ' ' + words + " last " + last + hint);
    assertThrows(ValueException.class, () -> choices.get(choices.count()));
    return values;
  }

  @Test
  void everyTypeHasValuesThatAllDiffer() {
    Map<String, List<Type>> types =
        Map.ofEntries(
            Map.entry("boolean", List.of(boolean.class)),
            Map.entry("int16", List.of(byte.class, Short.class)),
            Map.entry("int32", List.of(int.class)),
            Map.entry("int64", List.of(Long.class)),
            Map.entry("float32", List.of(float.class)),
            Map.entry("float64", List.of(Double.class)),
            Map.entry("integer", List.of(BigInteger.class)),
            Map.entry("decimal", List.of(BigDecimal.class)),
            Map.entry("decimal(10,2)", List.of(BigDecimal.class)),
            Map.entry("decimal(3,3)", List.of(BigDecimal.class)),
            Map.entry("char", List.of(char.class)),
            Map.entry("text", List.of(String.class, URI.class, URL.class)),
            Map.entry("text(1)", List.of(String.class, URI.class)),
            Map.entry("text(12)", List.of(String.class)),
            Map.entry("text(40)", List.of(Locale.class, Currency.class, ZoneId.class, URL.class)),
            Map.entry("words(CALM,GLAD,LOUD)", List.of(Mood.class)),
            Map.entry("uuid", List.of(java.util.UUID.class)),
            Map.entry("instant", List.of(Instant.class, OffsetDateTime.class)),
            Map.entry("date_time", List.of(java.time.LocalDateTime.class)),
            Map.entry("date", List.of(LocalDate.class)),
            Map.entry("time", List.of(java.time.LocalTime.class)),
            Map.entry("duration", List.of(java.time.Duration.class)),
            Map.entry("period", List.of(java.time.Period.class)),
            Map.entry("bytes", List.of(byte[].class)),
            Map.entry("inet", List.of(java.net.InetAddress.class)),
            Map.entry(
                "array(text)", List.of(String[].class, Columns.list(List.class, String.class))),
            Map.entry(
                "array(int32)", List.of(int[].class, Columns.list(Set.class, Integer.class))));
    types.forEach((type, list) -> list.forEach(java -> some("x", type, java, "", 3000, "")));
  }

  @ParameterizedTest
  @CsvSource({
    "email,text(320),''",
    "email,text(30),notblank",
    "contactEmail,text,minlength=60",
    "first_name,text(40),''",
    "last_name,text(40),minlength=20",
    "full_name,text,''",
    "name,text(50),''",
    "name,text(9),''",
    "title,text(160),notblank",
    "city,text(40),''",
    "country,text(40),''",
    "country,text(2),''",
    "phone,text(24),''",
    "phone,text(24),minlength=17",
    "homepage,text(100),''",
    "homepage,text(25),''",
    "postal_code,text(10),minlength=10",
    "Größe,text(30),''",
    "日本,text(30),''",
  })
  void textsSuitTheirColumns(String column, String type, String domain) {
    some(column, type, String.class, domain, 5000, column);
  }

  @Test
  void smallDomainsAreUsedUp() {
    assertEquals(List.of(false, true), some("x", "boolean", boolean.class, "", 9, ""));
    assertEquals(256, some("x", "int16", byte.class, "", 70_000, "").size());
    assertEquals(65_536, some("x", "int16", short.class, "", 70_000, "").size());
    assertEquals(36, some("x", "char", char.class, "", 99, "").size());
    assertEquals(36 * 36 * 36, some("x", "text(3)", String.class, "", 70_000, "").size());
    assertEquals(7, some("x", "int64", long.class, "min=-3 max=3", 99, "").size());
    assertEquals(201, some("x", "decimal(4,2)", BigDecimal.class, "min=-1 max=1", 999, "").size());
    assertEquals(1999, some("x", "decimal(3,3)", BigDecimal.class, "", 9999, "").size());
    assertEquals(256, some("x", "bytes", byte[].class, "maxlength=1", 999, "").size());
    assertEquals(3, some("x", "words(CALM,GLAD,LOUD)", Mood.class, "", 9, "").size());
    assertEquals(2, some("x", "int32", int.class, "in=7 in=9 in=11 max=10", 9, "").size());
    assertEquals(1, some("x", "words(CALM,GLAD,LOUD)", Mood.class, "in=GLAD", 9, "").size());
    assertEquals(1, some("x", "boolean", boolean.class, "in=true", 9, "").size());
    assertEquals(1, some("x", "float64", double.class, "min=0.5 max=0.5", 9, "").size());
  }

  /** Complaint: fifty unique values out of exactly fifty fail after ten thousand tries. */
  @Test
  void fiftyOfFiftyAndAllPairsOfLettersAreFound() {
    assertEquals(50, some("x", "int32", int.class, "min=1 max=50", 99, "").size());
    assertEquals(676, some("x", "text(2)", String.class, "pattern=[A-Z]{2}", 999, "").size());
    assertEquals(48, some("x", "int32", int.class, "min=1 max=50 not=7 not=50", 99, "").size());
  }

  @Test
  void randomBoundsHold() {
    long seed = new Random().nextLong();
    String hint = ", seed " + seed;
    Random random = new Random(seed);
    String[] types = {"int16", "int32", "int64", "integer", "decimal", "decimal(12,4)", "float64"};
    Class<?>[] javas = {
      short.class,
      int.class,
      long.class,
      BigInteger.class,
      BigDecimal.class,
      BigDecimal.class,
      double.class
    };
    for (int round = 0; round < 700; round++) {
      int i = round % types.length;
      int scale = types[i].startsWith("int") ? 0 : random.nextInt(4);
      BigDecimal min = BigDecimal.valueOf(random.nextInt(60_000) - 30_000, scale);
      BigDecimal max = min.add(BigDecimal.valueOf(random.nextInt(1 << random.nextInt(16)), scale));
      String words =
          (random.nextInt(4) > 0 ? "min=" + min.toPlainString() : "null")
              + (random.nextInt(4) > 0 ? " max=" + max.toPlainString() : "");
      List<Object> all = some("x", types[i], javas[i], words, 500, hint);
      boolean bounded = words.contains("min") && words.contains("max");
      if (bounded && scale == 0 && types[i].startsWith("int")) {
        int count = max.intValueExact() - min.intValueExact() + 1;
        assertEquals(Math.min(500, count), all.size(), words + hint);
      }
    }
  }

  @Test
  void randomLengthsHold() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int size = 1 + random.nextInt(60);
      int least = random.nextInt(size + 1);
      String words = "minlength=" + least + (random.nextBoolean() ? " notblank" : "");
      String column = random.nextBoolean() ? "email" : "name";
      some(column, "text(" + size + ")", String.class, words, 300, ", seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "float32,min=0 max=0.1",
    "float32,min=0.1 max=0.3",
    "float32,max=-5",
    "float32,min=1000000000000",
    "float64,min=-90 max=90",
    "float64,min=0.000001",
    "float64,min=1e-20 max=2e-20",
    "float64,min=123456789012345678",
    "float64,min=0.1 max=0.1",
  })
  void floatingPointNumbersStayInside(String type, String words) {
    Class<?> java = type.equals("float32") ? float.class : double.class;
    some("x", type, java, words, 3000, "");
  }

  @Test
  void arraysAndBytesHaveAsManyAsTheyMust() {
    assertEquals(0, ((int[]) choices("x", "array(int32)", int[].class, "").get(0)).length);
    assertEquals(
        3, ((int[]) choices("x", "array(int32)", int[].class, "minlength=3").get(0)).length);
    Type set = Columns.list(Set.class, Boolean.class);
    assertEquals(2, ((Set<?>) choices("x", "array(boolean)", set, "minlength=2").get(0)).size());
    assertThrows(ValueException.class, () -> choices("x", "array(boolean)", set, "minlength=3"));
    some("x", "bytes", byte[].class, "minlength=20 maxlength=20", 300, "");
  }

  @Test
  void timesLieWhereTheyMust() {
    for (long i : new long[] {0, 5, 900, 100_000, 1_000_000_000}) {
      Instant past = (Instant) choices("x", "instant", Instant.class, "past").get(i);
      Instant future = (Instant) choices("x", "instant", Instant.class, "future").get(i);
      assertTrue(past.isBefore(Instant.now()), past + " is past");
      assertTrue(future.isAfter(Instant.now()), future + " is future");
    }
    assertTrue(
        ((LocalDate) choices("x", "date", LocalDate.class, "future").get(2_000_000)).getYear()
            < 10_000);
    assertThrows(
        ValueException.class, () -> choices("x", "time", java.time.LocalTime.class, "past"));
  }

  @ParameterizedTest
  @CsvSource({
    "int32,min=3 max=2,no value",
    "decimal(4;2),min=100,no value",
    "text(5),minlength=6,at least 6",
    "text,minlength=6 maxlength=5,at least 6",
    "text(3),in=long,no value",
    "int32,in=5 max=4,no value",
    "int32,opaque=a%3eb,a>b",
    "text(2),pattern=[a-z]{3},no text",
    "bytes,minlength=3 maxlength=2,at least 3",
  })
  void contradictionsAreSaid(String type, String words, String message) {
    Class<?> java =
        type.startsWith("text")
            ? String.class
            : type.equals("int32")
                ? int.class
                : type.equals("bytes") ? byte[].class : BigDecimal.class;
    ValueException e =
        assertThrows(ValueException.class, () -> choices("x", type.replace(';', ','), java, words));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void jsonIsTheSmallestOfItsType() {
    Type map = Columns.list(Map.class, String.class, Object.class);
    assertEquals(Map.of(), choices("x", "json", map, "").get(0));
    assertEquals("{}", choices("x", "json", String.class, "").get(0));
    assertEquals(
        List.of(), choices("x", "json", Columns.list(List.class, Object.class), "").get(0));
    Settings settings = (Settings) choices("x", "json", Settings.class, "").get(0);
    assertEquals(Mood.CALM, settings.mood());
    assertEquals(List.of(), settings.tags());
    assertEquals(new Endless(null), choices("x", "json", Endless.class, "").get(0));
    assertThrows(ValueException.class, () -> choices("x", "json", Thread.class, ""));
  }

  /** These values are promised: they may change only with the version in {@link Keys}. */
  @Test
  void valuesStayTheSame() {
    assertEquals(
        """
        email-1@example.com, email-2@example.com, email-2001@example.com
        Silver Island, Inner Bridge, Amber Station 8
        txw9, iwaq, 1bos
        341.66, 627.09, 330.43
        894, 287, 2001
        2022-05-22T15:16:09Z, 2023-06-01T11:44:16Z, 2023-06-24T13:24:06Z
        2023-04-23, 2020-02-03, 2025-06-23
        0b056393-f524-4e72-9d5b-299b95683915, c8d10d40-1088-4bdd-8d2d-e88e6b2bf01b, c797300c-ef9d-4f2a-8276-60f0bb474b0a
        """,
        golden());
  }

  private static String golden() {
    return golden("email", "text(80)", String.class)
        + golden("name", "text(80)", String.class)
        + golden("code", "text(4)", String.class)
        + golden("total", "decimal(10,2)", BigDecimal.class)
        + golden("quantity", "int32", int.class)
        + golden("at", "instant", Instant.class)
        + golden("day", "date", LocalDate.class)
        + golden("ref", "uuid", java.util.UUID.class);
  }

  private static String golden(String column, String type, Type java) {
    Choices<Object> choices = choices(column, type, java, "");
    return choices.get(0) + ", " + choices.get(1) + ", " + choices.get(2000) + '\n';
  }

  @Test
  void columnsAndSeedsAreIndependent() {
    Object one = choices("a", "uuid", java.util.UUID.class, "").get(0);
    Object other = choices("b", "uuid", java.util.UUID.class, "").get(0);
    Object seeded =
        new Inventor(43)
            .choices(
                "things",
                "a",
                ValueType.parse("uuid"),
                new JavaType(java.util.UUID.class),
                ValueDomain.ALL)
            .get(0);
    assertEquals(3, Set.of(one, other, seeded).size());
  }

  /** A column's name says what its values are, as far as its constraints let them be so. */
  @Test
  void degreesStayOnTheGlobe() {
    for (String type : List.of("float64", "float32", "decimal(9,6)", "decimal(5,1)", "decimal")) {
      within(choices("latitude", type, BigDecimal.class, ""), -90, 90);
      within(choices("home_lat", type, BigDecimal.class, ""), -90, 90);
      within(choices("lng", type, BigDecimal.class, ""), -180, 180);
      within(choices("longitude", type, BigDecimal.class, "min=-20 max=7.5"), -20, 7.5);
      within(choices("latitude", type, BigDecimal.class, "min=100"), 100, 1e16);
    }
    within(choices("plate", "decimal(5,1)", BigDecimal.class, "min=500"), 500, 9999.9);
  }

  private static void within(Choices<Object> choices, double least, double greatest) {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      long number = i < 1_000 ? i : (long) (random.nextDouble() * choices.count());
      double value = ((Number) choices.get(Math.min(number, choices.count() - 1))).doubleValue();
      assertTrue(value >= least && value <= greatest, value + " of " + least + " to " + greatest);
    }
  }

  @Test
  void addressesLookLikeAddresses() {
    for (String column : List.of("email", "contact_mail", "emailAddress", "mail_address")) {
      String value = (String) choices(column, "text(60)", String.class, "").get(7);
      assertTrue(value.endsWith("-8@example.com"), column + ": " + value);
    }
    for (String column : List.of("url", "website", "home_uri", "link")) {
      String value = (String) choices(column, "text", String.class, "").get(7);
      assertTrue(value.startsWith("https://"), column + ": " + value);
    }
    assertEquals(3, ((String) choices("email", "text(3)", String.class, "").get(7)).length());
  }
}
