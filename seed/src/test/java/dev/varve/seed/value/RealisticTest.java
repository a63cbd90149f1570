package dev.varve.seed.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What values look like by the names of their columns. */
class RealisticTest {
  private static final List<String> TEXT_COLUMNS =
      List.of(
          "first_name",
          "lastName",
          "full_name",
          "user_name",
          "email",
          "billing_email",
          "phone",
          "job_title",
          "city",
          "country",
          "country_code",
          "street",
          "address",
          "postal_code",
          "company",
          "brand",
          "product",
          "category",
          "department",
          "color",
          "currency",
          "genre",
          "title",
          "name",
          "subject",
          "description",
          "body",
          "slug",
          "url",
          "avatar",
          "host",
          "file_name",
          "mime_type",
          "time_zone",
          "language",
          "status",
          "role",
          "sku",
          "iban",
          "ean",
          "isbn",
          "ip",
          "version",
          "password_hash",
          "hex_color",
          "code",
          "house_number");

  private static Realistic of(String table, String column, String type, String words) {
    ValueDomain domain = ValueDomain.read(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    ValueType read = ValueType.parse(type);
    return new Inventor(42)
        .realistic(table, column, read, new JavaType(String.class), domain, List.of());
  }

  private static String text(String table, String column, long row) {
    return (String) of(table, column, "text", "").drawn().apply(row);
  }

  /** Complaint: a shorter column breaks the generator, or its unique suffix is cut off. */
  @ParameterizedTest
  @ValueSource(ints = {4, 9, 12, 16, 20, 30, 60, 0})
  void uniqueTextsStayUniqueWhenTheyAreCutToTheColumnsLength(int size) {
    for (String column : TEXT_COLUMNS) {
      Realistic values = of("things", column, size == 0 ? "text" : "text(" + size + ")", "");
      if (values == null) {
        continue;
      }
      Set<Object> seen = new HashSet<>();
      for (long row = 0; row < 3000; row++) {
        String drawn = (String) values.drawn().apply(row);
        int length = drawn.codePointCount(0, drawn.length());
        assertTrue(!drawn.isBlank() && (size == 0 || length <= size), column + ": " + drawn);
        if (values.unique() != null) {
          String unique = (String) values.unique().get(row);
          length = unique.codePointCount(0, unique.length());
          assertTrue(seen.add(unique), column + '(' + size + ") twice: " + unique);
          assertTrue(size == 0 || length <= size, column + ": " + unique);
        }
      }
    }
  }

  /** Complaint: of a hundred thousand addresses a thousand were the same. */
  @ParameterizedTest
  @ValueSource(strings = {"email", "full_name", "user_name", "company", "product", "sku", "city"})
  void manyUniqueValuesNeedNoRetry(String column) {
    Choices<Object> unique = of("things", column, "text(80)", "").unique();
    Set<Object> seen = new HashSet<>();
    for (long row = 0; row < 200_000; row++) {
      assertTrue(seen.add(unique.get(row)), () -> column + " twice");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"minlength=30", "notblank", "pattern=(?s).%2b@.%2b", "not=x"})
  void constraintsHold(String words) {
    ValueDomain domain = ValueDomain.read(List.of(words));
    Realistic values = of("users", "email", "text(80)", words);
    for (long row = 0; row < 2000; row++) {
      assertTrue(domain.allows(values.drawn().apply(row)), words);
      assertTrue(domain.allows(values.unique().get(row)), words);
    }
  }

  @Test
  void whatDoesNotSuitAPatternIsLeftToPatterns() {
    assertNull(of("users", "email", "text(80)", "pattern=[a-z]{5}"));
    assertNull(of("users", "age", "int32", "min=200"));
    assertNull(of("users", "price", "int32", "in=3"));
    assertNull(of("users", "wibble", "text", ""));
  }

  @Test
  void wordsOfOthersAreCutAndMadeUniqueToo() {
    List<String> words = List.of("Zürich West", "Zürich West", " ", "Aarau");
    Realistic values =
        new Inventor(1)
            .realistic(
                "Customer",
                "city",
                ValueType.parse("text(12)"),
                new JavaType(String.class),
                ValueDomain.ALL,
                words);
    Set<Object> seen = new HashSet<>();
    for (long row = 0; row < 5000; row++) {
      assertTrue(List.of("Zürich West", "Aarau").contains(values.drawn().apply(row)));
      String unique = (String) values.unique().get(row);
      assertTrue(seen.add(unique) && unique.length() <= 12, unique);
    }
  }

  @Test
  void theAddressOfARowIsThatOfItsName() {
    for (long row = 0; row < 500; row++) {
      String first = WordLists.folded(text("customers", "first_name", row));
      String last = WordLists.folded(text("customers", "last_name", row));
      assertTrue(text("customers", "email", row).startsWith(first + '.' + last + '@'));
      String full = text("customers", "full_name", row);
      assertEquals(first + '-' + last, WordLists.folded(full));
      Object unique = of("customers", "email", "text", "").unique().get(row);
      assertEquals(text("customers", "email", row), unique);
    }
  }

  @Test
  void citiesLieInTheirCountries() {
    Set<String> pairs = new HashSet<>();
    for (long row = 0; row < 2000; row++) {
      String city = text("customers", "billing_city", row);
      pairs.add(city + ' ' + text("customers", "billing_country_code", row));
    }
    assertTrue(pairs.contains("Łódź PL") && pairs.contains("Oslo NO"), pairs.toString());
    assertTrue(pairs.size() <= WordLists.get().of("cities").size());
  }

  @Test
  void rowsAreUpdatedAfterTheyAreCreatedAndEndAfterTheyBegin() {
    for (long row = 0; row < 3000; row++) {
      Instant created = moment("created_at", row);
      Instant updated = moment("updated_at", row);
      Instant deleted = moment("deleted_at", row);
      assertFalse(updated.isBefore(created) || deleted.isBefore(updated));
      assertTrue(deleted.isBefore(Instant.parse("2025-01-01T00:00:01Z")));
      assertTrue(moment("starts_at", row).isBefore(moment("ends_at", row)));
    }
  }

  private static Instant moment(String column, long row) {
    return (Instant) of("orders", column, "instant", "").drawn().apply(row);
  }

  @ParameterizedTest
  @CsvSource({
    "age,int32,18,90",
    "age,int16,18,90",
    "price,'decimal(10,2)',1,2000",
    "price,'decimal(4,3)',1,9",
    "total,float64,1,2000",
    "quantity,int64,1,25",
    "discount_percent,int32,0,100",
    "tax_rate,'decimal(5,4)',0,1",
    "latitude,float64,-90,90",
    "longitude,'decimal(9,6)',-180,180",
    "year,int32,1960,2024",
    "rating,integer,1,5",
  })
  void numbersAreWhereOneExpectsThem(String column, String type, double least, double greatest) {
    Realistic values = of("things", column, type, "");
    Set<Object> seen = new HashSet<>();
    for (long row = 0; row < 2000; row++) {
      Object value = values.drawn().apply(row);
      double number = ((Number) value).doubleValue();
      assertTrue(number >= least && number <= greatest, column + ": " + value);
      assertTrue(value.equals(StoredText.parse(ValueType.parse(type), value.toString())));
      seen.add(value);
    }
    assertTrue(seen.size() > 2, column + seen);
  }

  @Test
  void checkDigitsAreRight() {
    for (long row = 0; row < 500; row++) {
      String iban = text("accounts", "iban", row);
      BigInteger number = new BigInteger(iban.substring(4) + "1314" + iban.substring(2, 4));
      assertEquals(BigInteger.ONE, number.mod(BigInteger.valueOf(97)), iban);
      String ean = text("articles", "ean", row);
      int sum = 0;
      for (int i = 0; i < 13; i++) {
        sum += (ean.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
      }
      assertEquals(0, sum % 10, ean);
    }
  }

  @Test
  void wordsAreDifferentAndSomeBeyondAscii() {
    for (String list : List.of("first names", "last names", "companies", "nouns", "jobs")) {
      List<String> words = WordLists.get().of(list);
      assertEquals(words.size(), new HashSet<>(words).size(), list);
      assertEquals(words.size(), new HashSet<>(WordLists.folded(words)).size(), list + " folded");
      assertTrue(WordLists.folded(words).stream().noneMatch(String::isEmpty), list);
    }
    assertTrue(WordLists.get().of("first names").size() > 500);
    assertTrue(WordLists.get().of("last names").size() > 500);
    assertTrue(WordLists.get().of("cities").size() > 200);
    assertTrue(
        String.join("", WordLists.get().of("last names")).codePoints().anyMatch(c -> c > 127));
  }

  /** Complaint: an upgrade gave other data. These change only with the version in {@link Keys}. */
  @Test
  void theSameSeedGivesTheSameTextsForever() {
    List<String> some = new ArrayList<>();
    for (String column : List.of("full_name", "email", "city", "company", "product", "comment")) {
      some.add(text("customers", column, 7));
    }
    some.add(digest());
    assertEquals(GOLDEN, String.join("\n", some) + "\n");
  }

  private static final String GOLDEN =
      """
      Luis Brown
      luis.brown@example.com
      Eindhoven
      Galeford Holding
      Keen Iron Table
      Yesterday the archive was replaced last month. The gardener saved us a lot of time.
      e092b7a1af5bb4ed2454eac1d30135c8185ce29c45651aa7757fa1450d3f6246
      """;

  private static String digest() {
    StringBuilder all = new StringBuilder();
    for (String column : TEXT_COLUMNS) {
      Realistic values = of("things", column, "text(60)", "");
      assertNotNull(values, column);
      for (long row = 0; row < 50; row++) {
        all.append(values.drawn().apply(row)).append('\n');
        all.append(values.unique() == null ? "" : values.unique().get(row * 7919)).append('\n');
      }
    }
    for (String column : List.of("age", "price", "quantity", "rate", "latitude", "longitude")) {
      numbers(column, all);
    }
    for (String column : List.of("created_at", "updated_at", "deleted_at", "starts_at", "born")) {
      for (long row = 0; row < 50; row++) {
        all.append(of("things", column, "instant", "").drawn().apply(row)).append('\n');
      }
    }
    return sha256(all.toString());
  }

  private static void numbers(String column, StringBuilder all) {
    for (String type : List.of("float64", "decimal(9,4)", "decimal")) {
      for (long row = 0; row < 50; row++) {
        Object value = of("things", column, type, "").drawn().apply(row);
        all.append(value instanceof BigDecimal number ? number.toPlainString() : value)
            .append('\n');
      }
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
