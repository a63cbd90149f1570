package dev.varve.project;

import dev.varve.runtime.format.LockEntry;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Which version a draft gets: that of the draft it replaces, else the present second. */
final class DraftVersion {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private DraftVersion() {}

  /**
   * The version for the draft, the same for all dialects.
   *
   * @param timestamp what a new draft gets instead of the present UTC second
   */
  static String of(StoredDatabase stored, Optional<String> timestamp) {
    String newestSealed = newestSealed(stored);
    String oldest = "";
    for (StoredMigrations migrations : stored.migrations().values()) {
      for (LockEntry draft : migrations.drafts()) {
        String version = draft.migration().version();
        if (version.compareTo(newestSealed) > 0
            && (oldest.isEmpty() || version.compareTo(oldest) < 0)) {
          oldest = version;
        }
      }
    }
    return oldest.isEmpty() ? after(newestSealed, timestamp.orElseGet(DraftVersion::now)) : oldest;
  }

  private static String newestSealed(StoredDatabase stored) {
    String newest = "";
    for (StoredMigrations migrations : stored.migrations().values()) {
      for (LockEntry sealed : migrations.sealed()) {
        String version = sealed.migration().version();
        newest = version.compareTo(newest) > 0 ? version : newest;
      }
    }
    return newest;
  }

  /** A clock may run behind that of whoever sealed last, but versions must go up. */
  private static String after(String newestSealed, String version) {
    return version.compareTo(newestSealed) > 0 ? version : plus(newestSealed, 1);
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
