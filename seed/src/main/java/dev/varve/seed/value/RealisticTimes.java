package dev.varve.seed.value;

import dev.varve.seed.value.ValueDomain.Tense;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and moments by what their columns are called, in an order that makes sense: a row is
 * created, updated, then deleted; begins, then ends. They are counted from the start of 2025, never
 * from today.
 */
final class RealisticTimes {
  private static final long NOW = Ranges.PAST_END.toEpochDay() * 86_400;
  private static final long DAY = 86_400;
  private static final long YEAR = 365 * DAY;

  private RealisticTimes() {}

  /** What a column's name says of its times. */
  private enum Meaning {
    BORN,
    CREATED,
    UPDATED,
    DELETED,
    STARTED,
    ENDED,
    DUE
  }

  /** The times of a column; null if its name says nothing. */
  static @Nullable Realistic of(
      long seed, String table, String column, ValueType type, ValueDomain domain) {
    ColumnLabel label = ColumnLabel.of(table, column);
    Meaning meaning = meaning(label);
    boolean future =
        meaning == Meaning.DUE || meaning == Meaning.STARTED || meaning == Meaning.ENDED;
    boolean suits = domain.tense() == Tense.ANY || domain.tense() == Tense.PAST && !future;
    if (meaning == null || !suits || domain.min() != null || domain.max() != null) {
      return null;
    }
    long key = Keys.of(seed, table, "moments");
    return switch (type.kind()) {
      case INSTANT ->
          new Realistic(false, row -> Instant.ofEpochSecond(at(meaning, key, row)), null);
      case DATE_TIME ->
          new Realistic(
              false,
              row -> LocalDateTime.ofEpochSecond(at(meaning, key, row), 0, ZoneOffset.UTC),
              null);
      case DATE ->
          new Realistic(
              false,
              row -> java.time.LocalDate.ofEpochDay(Math.floorDiv(at(meaning, key, row), DAY)),
              null);
      default -> null;
    };
  }

  private static @Nullable Meaning meaning(ColumnLabel label) {
    String text = label.text();
    if (label.is(
        "birth-date", "birthdate", "birthday", "born", "date-of-birth", "born-on", "dob")) {
      return Meaning.BORN;
    }
    if (text.matches(
        "(created|placed|ordered|registered|joined|signed-up|opened|posted|hired|inserted)(-.*)?")) {
      return Meaning.CREATED;
    }
    if (text.matches("(updated|modified|changed|edited|last-.*|paid|shipped|published)(-.*)?")) {
      return Meaning.UPDATED;
    }
    if (text.matches("(deleted|removed|archived|closed|cancelled|delivered|completed)(-.*)?")) {
      return Meaning.DELETED;
    }
    if (text.matches("(starts?|started|begins?|from|valid-from|check-in)(-.*)?")) {
      return Meaning.STARTED;
    }
    if (text.matches("(ends?|ended|until|to|valid-(to|until)|check-out)(-.*)?")) {
      return Meaning.ENDED;
    }
    return text.matches("(due|expires?|expiry|deadline)(-.*)?") ? Meaning.DUE : null;
  }

  /** The moment of a row, in seconds since 1970. */
  private static long at(Meaning meaning, long key, long row) {
    return switch (meaning) {
      case BORN -> NOW - 18 * YEAR - part(key, row, 1, 60 * YEAR);
      case CREATED -> NOW - age(key, row);
      case UPDATED -> NOW - updated(key, row);
      case DELETED -> NOW - part(key, row, 4, updated(key, row) + 1);
      case STARTED -> started(key, row);
      case ENDED -> started(key, row) + 3600 + part(key, row, 6, 20 * DAY);
      case DUE -> NOW + DAY + part(key, row, 7, YEAR);
    };
  }

  /** How long ago a row was created: of two draws the lesser, for shops grow. */
  private static long age(long key, long row) {
    return 1 + Math.min(part(key, row, 2, 3 * YEAR), part(key, row, 8, 3 * YEAR));
  }

  private static long updated(long key, long row) {
    return part(key, row, 3, age(key, row) + 1);
  }

  private static long started(long key, long row) {
    return NOW - YEAR + part(key, row, 5, 2 * YEAR);
  }

  private static long part(long key, long row, int which, long bound) {
    return Keys.number(Keys.mix(key + which), row, bound);
  }
}
