package dev.varve.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that shall be replaced or removed together.
 *
 * <p>{@link #commit} first writes every new content beside its file and makes it durable; what is
 * likely to fail, fails there, with nothing changed. Then it renames, which replaces each file at
 * once; if that fails half way, the files already replaced get their former content back.
 *
 * <p>Callers hold the {@link DirectoryLock}: temporary names are fixed, so that what a killed
 * compiler left is overwritten.
 */
final class FileBatch {
  private static final String TEMPORARY = ".varve-tmp";

  /** The wanted content of each file; empty: no such file. */
  private final Map<Path, Optional<byte[]>> wanted = new LinkedHashMap<>();

  /** Wants a file with this text, in UTF-8. Files are replaced in the order of these calls. */
  void put(Path file, String text) {
    wanted.put(file, Optional.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Wants no such file. */
  void remove(Path file) {
    wanted.put(file, Optional.empty());
  }

  /** The files that aren't as wanted. */
  List<Path> differing() throws IOException {
    List<Path> differing = new ArrayList<>();
    for (Map.Entry<Path, Optional<byte[]>> file : wanted.entrySet()) {
      if (!same(current(file.getKey()), file.getValue())) {
        differing.add(file.getKey());
      }
    }
    return differing;
  }

  /**
   * Makes all files as wanted and doesn't touch those that are.
   *
   * @throws IOException if that isn't possible; then all files are as they were, unless restoring
   *     them failed too, which a suppressed exception tells
   */
  void commit() throws IOException {
    List<Path> differing = differing();
    Deque<Path> created = new ArrayDeque<>();
    try {
      for (Path file : differing) {
        prepare(file, created);
      }
      replaceAll(differing);
    } catch (IOException failure) {
      cleanUp(created, failure);
      throw failure;
    }
  }

  private void prepare(Path file, Deque<Path> created) throws IOException {
    Optional<byte[]> content = wanted.get(file);
    if (content.isPresent()) {
      createDirectories(file.getParent(), created);
      Path temporary = temporary(file);
      created.push(temporary);
      write(temporary, content.get());
    }
  }

  private static void createDirectories(Path directory, Deque<Path> created) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      createDirectories(parent, created);
    }
    Files.createDirectory(directory);
    created.push(directory);
  }

  private void replaceAll(List<Path> differing) throws IOException {
    Map<Path, Optional<byte[]>> former = new LinkedHashMap<>();
    try {
      for (Path file : differing) {
        former.put(file, current(file));
        replace(file, wanted.get(file).isPresent());
      }
    } catch (IOException failure) {
      restore(former, failure);
      throw failure;
    }
  }

  /** Undoes in the same order: the last file is the one that couldn't be replaced. */
  private static void restore(Map<Path, Optional<byte[]>> former, IOException failure) {
    for (Map.Entry<Path, Optional<byte[]>> file : former.entrySet()) {
      try {
        if (!same(current(file.getKey()), file.getValue())) {
          if (file.getValue().isPresent()) {
            write(temporary(file.getKey()), file.getValue().get());
          }
          replace(file.getKey(), file.getValue().isPresent());
        }
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
    }
  }

  private static void replace(Path file, boolean present) throws IOException {
    if (present) {
      Files.move(temporary(file), file, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.deleteIfExists(file);
    }
  }

  /** Removes what was created: temporary files, and directories, which by then are empty again. */
  private static void cleanUp(Deque<Path> created, IOException failure) {
    for (Path path : created) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
    }
  }

  private static void write(Path temporary, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      // Without this a power cut after the rename may leave an empty file under the final name.
      channel.force(true);
    }
  }

  private static Path temporary(Path file) {
    return file.resolveSibling('.' + file.getFileName().toString() + TEMPORARY);
  }

  private static Optional<byte[]> current(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
  }
}
