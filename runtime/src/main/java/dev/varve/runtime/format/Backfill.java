package dev.varve.runtime.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a statement on many rows is run in batches: ranges of a key, each in a transaction of its
 * own. The directive stands directly before the statement, in a script that says {@code transaction
 * none}; to psql and sqlite3 it is a comment, and they run the statement as it is:
 *
 * <pre>{@code
 * -- varve:transaction none
 *
 * -- varve:backfill table=orders key=id batch=500 pause=50ms
 * UPDATE orders SET total = net + tax WHERE total IS NULL;
 * }</pre>
 *
 * Each part may be left out.
 *
 * @param table the table's name, with its schema if the statement has one, as it stands in the
 *     database; empty: whichever the statement names
 * @param key columns that are never null, that the statement does not set and that an index begins
 *     with, as they stand in the database; none: the primary key
 * @param batch with how many rows to begin, which is also the most that a batch may have, {@link
 *     #SMALLEST} to {@link #LARGEST}; empty: it begins with {@link #FIRST}
 * @param pause how long to wait after each batch; empty: a tenth of the time that the batch took
 */
public record Backfill(
    List<String> table, List<String> key, OptionalInt batch, Optional<Duration> pause) {
  /** The smallest batch that can be asked for. */
  public static final int SMALLEST = 1;

  /** The largest batch that can be asked for. */
  public static final int LARGEST = 100_000;

  /** The rows of the first batch where nobody says. */
  public static final int FIRST = 1_000;

  private static final String FORM =
      "; expected as in: table=orders key=id batch=500 pause=50ms, each part or none of them";

  /** Copies the lists. */
  public Backfill {
    table = List.copyOf(table);
    key = List.copyOf(key);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws FormatException if the text is not of that form
   */
  static Backfill parse(String text) {
    Parts parts = new Parts();
    for (String part : QuotedName.split(text, ' ')) {
      if (!part.isEmpty()) {
        parts.take(part);
      }
    }
    return parts.backfill();
  }

  /** As the directive says it, without the parts that are not given. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (!table.isEmpty()) {
      parts.add("table=" + joined(table, '.'));
    }
    if (!key.isEmpty()) {
      parts.add("key=" + joined(key, ','));
    }
    batch.ifPresent(rows -> parts.add("batch=" + rows));
    pause.ifPresent(time -> parts.add("pause=" + DurationText.of(time)));
    return String.join(" ", parts);
  }

  private static String joined(List<String> names, char separator) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.isEmpty() ? "" : separator).append(QuotedName.of(name));
    }
    return text.toString();
  }

  /** The parts that were read. */
  private static final class Parts {
    private @Nullable List<String> table;
    private @Nullable List<String> key;
    private OptionalInt batch = OptionalInt.empty();
    private Optional<Duration> pause = Optional.empty();

    void take(String part) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      switch (name) {
        case "table" -> table = once(name, table == null, names(part, value, '.', 2));
        case "key" -> key = once(name, key == null, names(part, value, ',', 32));
        case "batch" -> batch = once(name, batch.isEmpty(), OptionalInt.of(rows(value)));
        case "pause" -> pause = once(name, pause.isEmpty(), Optional.of(DurationText.parse(value)));
        default -> throw new FormatException("found \"" + part + '"' + FORM);
      }
    }

    private static <T> T once(String name, boolean first, T value) {
      if (!first) {
        throw new FormatException("it says " + name + "= twice; remove one");
      }
      return value;
    }

    private static List<String> names(String part, String value, char separator, int most) {
      List<String> names = QuotedName.parts(value, separator);
      if (names.isEmpty() || names.size() > most) {
        throw new FormatException("found \"" + part + '"' + FORM);
      }
      return names;
    }

    private static int rows(String value) {
      int rows = value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
      if (rows < SMALLEST || rows > LARGEST) {
        throw new FormatException(
            "found \"batch="
                + value
                + "\"; expected a number of rows from "
                + SMALLEST
                + " to "
                + LARGEST);
      }
      return rows;
    }

    Backfill backfill() {
      return new Backfill(
          table == null ? List.of() : table, key == null ? List.of() : key, batch, pause);
    }
  }
}
