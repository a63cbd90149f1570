package dev.varve.junit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * All files of the class path with their sizes and times. What a baseline inserts depends on its
 * class, on those that it calls and on the version of the seed engine; nothing less says that it is
 * the same as in an earlier run.
 */
final class ClassPath {
  private ClassPath() {}

  static String state() {
    StringBuilder text = new StringBuilder();
    for (String property : new String[] {"java.class.path", "jdk.module.path"}) {
      for (String each : System.getProperty(property, "").split(File.pathSeparator)) {
        append(text, Path.of(each));
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Path element) {
    if (!Files.exists(element)) {
      return;
    }
    try (Stream<Path> files = Files.walk(element)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        text.append(file).append(' ').append(is.size()).append(' ');
        text.append(is.lastModifiedTime()).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
