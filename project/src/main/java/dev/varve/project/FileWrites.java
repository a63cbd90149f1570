package dev.varve.project;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Replaces files at once, each by another one that was written beside it. */
final class FileWrites {
  private static final String TEMPORARY = ".varve-tmp";

  private FileWrites() {}

  /** Where the new content of a file is written first. */
  static Path temporary(Path file) {
    return file.resolveSibling('.' + file.getFileName().toString() + TEMPORARY);
  }

  /** Writes the new content of a file beside it, to last. */
  static void prepare(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            temporary(file),
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

  /** Gives a file the content that was prepared. */
  static void replace(Path file) throws IOException {
    Files.move(temporary(file), file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes the names in a directory last; Windows can't be asked to, and need not be. */
  static void force(Path directory) throws IOException {
    if (File.separatorChar == '/' && Files.isDirectory(directory)) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** The content of a file; empty if there is no such file. */
  static Optional<byte[]> current(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /** Removes what killed compilers have prepared and not put in place. */
  static void sweep(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, ".*" + TEMPORARY)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
