package dev.varve.project;

import java.util.List;
import java.util.Optional;

/** Reads what version control writes into a file that it can't merge. */
final class ConflictMarkers {
  private static final String OURS = "<<<<<<< ";
  private static final String BASE = "||||||| ";
  private static final String BETWEEN = "=======";
  private static final String THEIRS = ">>>>>>> ";
  private static final List<String> AROUND = List.of(OURS, BASE, THEIRS);

  private ConflictMarkers() {}

  /**
   * A file as each side has it.
   *
   * @param ours all that was merged, and our side of each conflict
   * @param theirs the same with theirs
   */
  record Sides(String ours, String theirs) {
    /** Whether there was any conflict. */
    boolean differ() {
      return !ours.equals(theirs);
    }
  }

  /** The number of the first line that is a marker, from 1; 0 if there is none. */
  static int firstLine(String text) {
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (isMarker(text.substring(start, end))) {
        return number;
      }
      start = end + 1;
    }
    return 0;
  }

  /** Both sides; the same text twice without conflicts; empty where markers don't match. */
  static Optional<Sides> sides(String text) {
    StringBuilder ours = new StringBuilder();
    StringBuilder theirs = new StringBuilder();
    String part = "";
    for (String line : text.split("(?<=\n)")) {
      String next = marker(line);
      if (next.isEmpty()) {
        append(part, line, ours, theirs);
      } else if (follows(part, next)) {
        part = next.equals(THEIRS) ? "" : next;
      } else {
        return Optional.empty();
      }
    }
    return part.isEmpty()
        ? Optional.of(new Sides(ours.toString(), theirs.toString()))
        : Optional.empty();
  }

  private static void append(String part, String line, StringBuilder ours, StringBuilder theirs) {
    if (part.isEmpty() || part.equals(OURS)) {
      ours.append(line);
    }
    if (part.isEmpty() || part.equals(BETWEEN)) {
      theirs.append(line);
    }
  }

  private static boolean follows(String part, String next) {
    return switch (next) {
      case OURS -> part.isEmpty();
      case BASE -> part.equals(OURS);
      case BETWEEN -> part.equals(OURS) || part.equals(BASE);
      default -> part.equals(BETWEEN);
    };
  }

  private static boolean isMarker(String line) {
    return !marker(line).isEmpty();
  }

  private static String marker(String line) {
    for (String marker : AROUND) {
      if (line.startsWith(marker)) {
        return marker;
      }
    }
    return line.startsWith(BETWEEN) && line.strip().equals(BETWEEN) ? BETWEEN : "";
  }
}
