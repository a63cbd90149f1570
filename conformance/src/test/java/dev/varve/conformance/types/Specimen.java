package dev.varve.conformance.types;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
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

/** A row with a value of every type. */
@Entity
public record Specimen(
    @Id long id,
    boolean truth,
    byte int8,
    short int16,
    int int32,
    long int64,
    float float32,
    double float64,
    @Column(precision = 10, scale = 2) BigDecimal price,
    BigDecimal decimal,
    BigInteger integer,
    char letter,
    String text,
    @Column(length = 5) String shortText,
    UUID uuid,
    Instant instant,
    OffsetDateTime offsetDateTime,
    ZonedDateTime zonedDateTime,
    LocalDateTime dateTime,
    LocalDate date,
    LocalTime time,
    Duration duration,
    Period period,
    byte[] bytes,
    Colour colour,
    Size size,
    URI uri,
    URL url,
    Locale locale,
    Currency currency,
    ZoneId zone,
    InetAddress address,
    String[] words,
    int[] numbers,
    List<String> names,
    List<LocalDate> days,
    Map<String, Object> settings,
    @Json Point point) {}
