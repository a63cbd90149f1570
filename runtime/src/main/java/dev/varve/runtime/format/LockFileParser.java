package dev.varve.runtime.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a lock file, line by line. */
final class LockFileParser {
  private static final int ENTRY_WORDS = 4;
  private static final int SNAPSHOT_WORDS = 2;
  private static final int DATABASE_WORDS = 2;
  private static final List<String> CONFLICT_MARKERS =
      List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

  private final List<LockEntry> entries = new ArrayList<>();
  private final Map<String, MigrationName> versions = new HashMap<>();
  private @Nullable String snapshot;
  private @Nullable String database;
  private int number;

  LockFile parse(String text) {
    for (String line : Text.plain(text).split("\n", -1)) {
      number++;
      String stripped = line.strip();
      if (!stripped.isEmpty() && stripped.charAt(0) != '#') {
        read(stripped);
      }
    }
    return new LockFile(entries, Optional.ofNullable(snapshot), Optional.ofNullable(database));
  }

  private void read(String line) {
    refuseConflict(line);
    List<String> words = words(line);
    if (words.get(0).equals(LockFile.SNAPSHOT)) {
      readSnapshot(words, line);
    } else if (words.get(0).equals(LockFile.DATABASE)) {
      readDatabase(words, line);
    } else {
      readEntry(words, line);
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>(ENTRY_WORDS);
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || Character.isWhitespace(line.charAt(i))) {
        if (i > start) {
          words.add(line.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private void refuseConflict(String line) {
    for (String marker : CONFLICT_MARKERS) {
      if (line.startsWith(marker)) {
        throw error(
            "a merge conflict is not resolved (\""
                + marker
                + "\"); leave the file as it is, and compile everything once with -Avarve.mode=repair");
      }
    }
  }

  private void readSnapshot(List<String> words, String line) {
    if (words.size() != SNAPSHOT_WORDS) {
      throw error("found \"" + line + "\"; expected: snapshot sha256:<64 digits>");
    }
    if (snapshot != null) {
      throw error("a second snapshot line; keep the one whose checksum snapshot.json has");
    }
    snapshot = checksum(words.get(1));
  }

  private void readDatabase(List<String> words, String line) {
    if (words.size() != DATABASE_WORDS) {
      throw error("found \"" + line + "\"; expected: database and its name");
    }
    if (database != null && !database.equals(words.get(1))) {
      throw error("a second database line; a folder holds one database");
    }
    database = words.get(1);
  }

  private void readEntry(List<String> words, String line) {
    boolean byHand =
        words.size() == ENTRY_WORDS + 1 && words.get(ENTRY_WORDS).equals(LockFile.BY_HAND);
    if (words.size() != ENTRY_WORDS && !byHand) {
      throw error(
          "found \"" + line + "\"; expected: version_name draft|sealed v1:<digits> v1:<digits>");
    }
    LockEntry entry = entry(words, byHand);
    MigrationName other = versions.put(entry.migration().version(), entry.migration());
    if (other != null) {
      throw error(
          "version "
              + other.version()
              + " stands here twice, as "
              + other
              + " and as "
              + entry.migration()
              + "; give one of them another second");
    }
    entries.add(entry);
  }

  private LockEntry entry(List<String> words, boolean byHand) {
    MigrationName name = name(words.get(0));
    LockEntry.State state = state(words.get(1));
    String up = checksum(words.get(2));
    String down = checksum(words.get(3));
    try {
      return new LockEntry(name, state, up, down, byHand);
    } catch (FormatException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private MigrationName name(String word) {
    try {
      return MigrationName.parse(word);
    } catch (FormatException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private LockEntry.State state(String word) {
    for (LockEntry.State state : LockEntry.State.values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    throw error("the state is \"" + word + "\"; expected draft or sealed");
  }

  private String checksum(String word) {
    int colon = word.indexOf(':');
    if (colon <= 0 || colon == word.length() - 1) {
      throw error("\"" + word + "\" is no checksum; expected a scheme and digits, as in v1:5f3a…");
    }
    return word;
  }

  private FormatException error(String message) {
    return new FormatException(number, message);
  }
}
