package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide shows of the example's history are excerpts, not inventions. */
class GuideTest {
  private static final String LEFT_OUT = "-- …";

  /** A file of the example in the first line, then lines of it in their order. */
  private static final Pattern EXCERPT =
      Pattern.compile("```sql\n-- (db/\\S+)\n(.*?)```", Pattern.DOTALL);

  @Test
  void theGuideShowsTheExamplesFiles() throws IOException {
    String guide = Files.readString(Project.ROOT.resolve("docs/guide.md"));
    Matcher excerpt = EXCERPT.matcher(guide);
    List<String> missing = new ArrayList<>();
    int count = 0;
    while (excerpt.find()) {
      missing.addAll(missing(excerpt.group(1), excerpt.group(2)));
      count++;
    }
    assertTrue(count > 4, "there are " + count + " excerpts");
    assertEquals(List.of(), missing);
  }

  /** The lines that the file hasn't, behind those before them. */
  private static List<String> missing(String file, String excerpt) throws IOException {
    Iterator<String> lines =
        Files.readAllLines(Project.ROOT.resolve("example-app").resolve(file)).iterator();
    List<String> missing = new ArrayList<>();
    for (String line : excerpt.lines().toList()) {
      if (!line.equals(LEFT_OUT) && !contains(lines, line)) {
        missing.add(file + ": " + line);
      }
    }
    return missing;
  }

  private static boolean contains(Iterator<String> lines, String wanted) {
    while (lines.hasNext()) {
      if (lines.next().equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
