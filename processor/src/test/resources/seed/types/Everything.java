package types;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Enumerated;
import dev.varve.EnumStorage;
import dev.varve.Id;
import dev.varve.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A column of every type. */
@Entity
public record Everything(
    @Id long id,
    boolean truth,
    byte tiny,
    short small,
    int medium,
    long big,
    float single,
    double wide,
    @Column(precision = 10, scale = 2) BigDecimal price,
    BigDecimal exact,
    BigInteger huge,
    char letter,
    String text,
    @Column(length = 5) String code,
    UUID uuid,
    Instant instant,
    OffsetDateTime offset,
    ZonedDateTime zoned,
    LocalDateTime dateTime,
    LocalDate date,
    LocalTime time,
    Duration duration,
    Period period,
    byte[] bytes,
    Color color,
    @Enumerated(EnumStorage.NATIVE) Shade shade,
    URI uri,
    Locale locale,
    Currency currency,
    ZoneId zone,
    InetAddress address,
    int[] numbers,
    List<UUID> ids,
    List<Color> colors,
    String[] words,
    Map<String, Integer> counts,
    @Json List<Part> parts) {

  /** Stored as text. */
  public enum Color {
    RED,
    GREEN
  }

  /** Stored as a type of the database. */
  public enum Shade {
    LIGHT,
    DARK
  }

  /** Stored as JSON. */
  public record Part(String name, int count, List<Part> parts) {}
}
