package dev.varve.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/** What lies below a directory: files' texts by their relative paths, and when they changed. */
public record Tree(Map<String, String> texts, Map<String, FileTime> times) {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  /** What lies there now; nothing if there is no such directory. */
  public static Tree of(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    Map<String, FileTime> times = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (var files = Files.walk(directory)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = directory.relativize(file).toString().replace('\\', '/');
          // Bytes, of which some tests have such that are no text.
          texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
          times.put(name, Files.getLastModifiedTime(file));
        }
      }
    }
    return new Tree(texts, times);
  }

  /** Makes all files old, so that a file that is written again is seen even within one tick. */
  public static Tree aged(Path directory) throws IOException {
    for (String file : of(directory).texts().keySet()) {
      Files.setLastModifiedTime(directory.resolve(file), LONG_AGO);
    }
    return of(directory);
  }
}
