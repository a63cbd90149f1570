package types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.SeedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import types.Everything.Color;
import types.Everything.Part;
import types.Everything.Shade;

/** Every type by a seed: invented, and at its extremes. */
public final class TypesScenarios {
  private TypesScenarios() {}

  public static void inventsEveryType(DataSource source) {
    TypesSeed seed = TypesSeed.of(source);
    Everything one = seed.everything();
    assertEquals(Color.RED, one.color());
    assertEquals(Shade.LIGHT, one.shade());
    assertEquals(List.of(), one.parts());
    assertEquals(0, one.numbers().length);
    assertTrue(one.code().length() <= 5);
    assertEquals(2, one.price().scale());
    assertTrue(one.date().isBefore(LocalDate.of(2027, 1, 1)));
    assertTrue(seed.everything().id() > one.id());
  }

  public static void keepsExtremes(DataSource source) throws Exception {
    InetAddress home = InetAddress.getByName("2001:db8::1");
    Instant moment = Instant.parse("9999-12-31T23:59:59.999999999Z");
    Everything high = TypesSeed.of(source).everything(e -> e
        .truth(true).tiny(Byte.MAX_VALUE).small(Short.MAX_VALUE).medium(Integer.MAX_VALUE)
        .big(Long.MAX_VALUE).single(Float.MAX_VALUE).wide(Double.MAX_VALUE)
        .price(new BigDecimal("99999999.9")).exact(new BigDecimal("1E+40"))
        .huge(BigInteger.TWO.pow(300)).letter('\uffe6')
        .text("o'clock \"\\ {a} \ud83e\udd80").code("\ud83e\udd80".repeat(5))
        .uuid(new UUID(-1, -1)).instant(moment).offset(moment.atOffset(ZoneOffset.ofHours(-5)))
        .zoned(moment.atZone(ZoneId.of("Europe/Berlin")))
        .dateTime(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999))
        .date(LocalDate.of(9999, 12, 31)).time(LocalTime.MAX)
        .duration(Duration.ofSeconds(Long.MAX_VALUE / 1_000_000))
        .period(Period.of(1_000_000, 14, Integer.MAX_VALUE)).bytes(new byte[] {0, -1, 127})
        .color(Color.GREEN).shade(Shade.DARK).uri(URI.create("mailto:a@b"))
        .locale(Locale.forLanguageTag("zh-Hant-TW")).currency(Currency.getInstance("JPY"))
        .zone(ZoneId.of("+05:45")).address(home)
        .numbers(new int[] {Integer.MIN_VALUE, 0}).ids(List.of(new UUID(0, 0)))
        .colors(List.of(Color.GREEN, Color.RED)).words(new String[] {"a,\"b\"", ""})
        .counts(Map.of("x", 1)).parts(List.of(new Part("p", 1, List.of(new Part("q", 2, List.of()))))));
    assertEquals(new BigDecimal("99999999.90"), high.price());
    assertEquals(999_999_000, high.instant().getNano());
    assertEquals(moment.truncatedTo(java.time.temporal.ChronoUnit.MICROS), high.offset().toInstant());
    assertEquals(ZoneOffset.UTC, high.offset().getOffset());
    assertEquals(LocalTime.of(23, 59, 59, 999_999_000), high.time());
    assertEquals(Period.of(1_000_001, 2, Integer.MAX_VALUE), high.period());
    assertEquals("q", high.parts().get(0).parts().get(0).name());
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM everythings")) {
      assertTrue(row.next());
      check(high, row);
    }
  }

  private static void check(Everything e, ResultSet row) throws SQLException {
    assertEquals(e.truth(), row.getBoolean("truth"));
    assertEquals(e.tiny(), row.getByte("tiny"));
    assertEquals(e.small(), row.getShort("small"));
    assertEquals(e.medium(), row.getInt("medium"));
    assertEquals(e.big(), row.getLong("big"));
    assertEquals(e.single(), row.getFloat("single"));
    assertEquals(e.wide(), row.getDouble("wide"));
    assertEquals(e.price(), new BigDecimal(row.getString("price")));
    assertEquals(e.exact(), new BigDecimal(row.getString("exact")));
    assertEquals(e.huge(), new BigInteger(row.getString("huge")));
    assertEquals(e.letter(), row.getString("letter").charAt(0));
    assertEquals(e.text(), row.getString("text"));
    assertEquals(e.code(), row.getString("code"));
    assertEquals(e.uuid(), UUID.fromString(row.getString("uuid")));
    assertArrayEquals(e.bytes(), row.getBytes("bytes"));
    assertEquals("GREEN", row.getString("color"));
    assertEquals("DARK", row.getString("shade"));
    assertEquals("mailto:a@b", row.getString("uri"));
    assertEquals("zh-Hant-TW", row.getString("locale"));
    assertEquals("JPY", row.getString("currency"));
    assertEquals("+05:45", row.getString("zone"));
    assertEquals(e.date().toString(), row.getString("date"));
  }

  public static void refusesWhatDoesNotFit(DataSource source) throws SQLException {
    TypesSeed seed = TypesSeed.of(source);
    for (String reason : List.of("NUL", "surrogate", "fits", "scale", "far")) {
      SeedException e = assertThrows(SeedException.class, () -> seed.everything(x -> switch (reason) {
        case "NUL" -> x.text("a\0b");
        case "surrogate" -> x.text("\ud800");
        case "fits" -> x.code("123456");
        case "scale" -> x.price(new BigDecimal("0.001"));
        default -> x.instant(Instant.MAX);
      }));
      assertTrue(e.getMessage().contains("TypesScenarios.java:"), e.getMessage());
    }
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM everythings")) {
      row.next();
      assertEquals(0, row.getInt(1));
    }
  }

  public static void writesTheLeast(DataSource source) {
    Everything low = TypesSeed.of(source).everything(e -> e
        .tiny(Byte.MIN_VALUE).small(Short.MIN_VALUE).medium(Integer.MIN_VALUE).big(Long.MIN_VALUE)
        .single(-Float.MIN_VALUE).wide(Double.MIN_VALUE).price(new BigDecimal("-99999999.99"))
        .exact(new BigDecimal("-1E-200")).huge(BigInteger.TEN.pow(200).negate()).letter('\u0001').text("")
        .instant(Instant.parse("0000-01-01T00:00:00Z")).date(LocalDate.of(0, 1, 1))
        .offset(OffsetDateTime.parse("0001-01-01T00:00:00+01:00")).time(LocalTime.MIN)
        .duration(Duration.ofNanos(-1500)).period(Period.of(-1, 3, -2)).bytes(new byte[0]));
    assertEquals(Double.MIN_VALUE, low.wide());
    assertEquals(Period.of(0, -9, -2), low.period());
    assertEquals("", low.text());
  }
}
