package dev.varve.processor.write;

import java.util.List;

/** Finds what version control writes into a file that it can't merge. */
final class ConflictMarkers {
  private static final String BETWEEN = "=======";
  private static final List<String> AROUND = List.of("<<<<<<< ", "||||||| ", ">>>>>>> ");

  private ConflictMarkers() {}

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

  private static boolean isMarker(String line) {
    for (String marker : AROUND) {
      if (line.startsWith(marker)) {
        return true;
      }
    }
    return line.startsWith(BETWEEN) && line.strip().equals(BETWEEN);
  }
}
