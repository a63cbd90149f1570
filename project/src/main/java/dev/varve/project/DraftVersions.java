package dev.varve.project;

import dev.varve.runtime.format.LockEntry;
import dev.varve.schema.plan.Migration.Phase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which versions drafts get, the same for all dialects: those that they had, or the present second
 * for what is new or older than something sealed. Their order stays.
 */
final class DraftVersions {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  /** How many migrations may follow from the records, of consecutive versions. */
  private static final int MOST_GENERATED = Phase.values().length;

  private final Optional<String> timestamp;
  private final Map<String, String> byHand = new HashMap<>();
  private String generated = "";
  private String newest;

  /** How far the next version is from the newest at least. */
  private int step = 1;

  private DraftVersions(String newestSealed, Optional<String> timestamp) {
    this.newest = newestSealed;
    this.timestamp = timestamp;
  }

  /**
   * The versions of drafts.
   *
   * @param stored the migrations of all dialects
   * @param timestamp what a new draft gets instead of the present UTC second
   */
  static DraftVersions of(Collection<StoredMigrations> stored, Optional<String> timestamp) {
    SortedSet<String> sealed = versions(stored, StoredMigrations::sealed);
    DraftVersions versions = new DraftVersions(sealed.isEmpty() ? "" : sealed.last(), timestamp);
    String given = firstGenerated(versions(stored, StoredMigrations::generated), versions.newest);
    for (String one : versions(stored, StoredMigrations::byHand)) {
      if (!given.isEmpty() && given.compareTo(one) < 0) {
        versions.placeGenerated(given);
        given = "";
      }
      versions.placeByHand(one);
    }
    if (versions.generated.isEmpty()) {
      versions.placeGenerated(given);
    }
    return versions;
  }

  private static SortedSet<String> versions(
      Collection<StoredMigrations> stored, Function<StoredMigrations, List<LockEntry>> some) {
    SortedSet<String> versions = new TreeSet<>();
    for (StoredMigrations migrations : stored) {
      for (LockEntry entry : some.apply(migrations)) {
        versions.add(entry.migration().version());
      }
    }
    return versions;
  }

  /** The first that nothing sealed has overtaken, if there is one; empty: there is none at all. */
  private static String firstGenerated(SortedSet<String> generated, String newestSealed) {
    for (String one : generated) {
      if (one.compareTo(newestSealed) > 0) {
        return one;
      }
    }
    return generated.isEmpty() ? "" : generated.first();
  }

  private void placeGenerated(String given) {
    generated = next(given);
    newest = generated;
    step = MOST_GENERATED;
  }

  private void placeByHand(String given) {
    newest = next(given);
    step = 1;
    byHand.put(given, newest);
  }

  private String next(String given) {
    String before = plus(newest, step - 1);
    return given.compareTo(before) > 0 ? given : after(before);
  }

  /** A clock may run behind that of whoever sealed last, but versions must go up. */
  private String after(String version) {
    String now = timestamp.orElseGet(DraftVersions::now);
    return now.compareTo(version) > 0 ? now : plus(version, 1);
  }

  /** The version of the first migration that follows from the records. */
  String generated() {
    return generated;
  }

  /** The version of the migration that a person writes and that had {@code version}. */
  String byHand(String version) {
    return byHand.getOrDefault(version, version);
  }

  /** The version for one more that a person writes, later than all others. */
  static String another(Collection<StoredMigrations> stored, Optional<String> timestamp) {
    SortedSet<String> all = versions(stored, migrations -> migrations.lock().entries());
    SortedSet<String> generated = versions(stored, StoredMigrations::generated);
    if (!generated.isEmpty()) {
      all.add(plus(generated.first(), MOST_GENERATED - 1));
    }
    return new DraftVersions(all.isEmpty() ? "" : all.last(), timestamp).next("");
  }

  /** The version that many seconds later. */
  static String plus(String version, int seconds) {
    if (seconds == 0) {
      return version;
    }
    try {
      return LocalDateTime.parse(version, FORMAT).plusSeconds(seconds).format(FORMAT);
    } catch (DateTimeParseException noSuchSecond) {
      // A version that a person chose need not be a time; it's a number all the same.
      return Long.toString(Long.parseLong(version) + seconds);
    }
  }

  private static String now() {
    return LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC).format(FORMAT);
  }
}
