package dev.varve.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * The right to change a directory, which one compiler at a time has.
 *
 * <p>It is the operating system's lock on a file in the directory, so it ends with the process that
 * holds it; the file is there only while somebody holds or wants it.
 */
final class DirectoryLock implements AutoCloseable {
  private static final String FILE = ".varve-writing";
  private static final long POLL_MILLIS = 20;
  private static final byte IN_USE = 1;
  private static final byte REMOVED = 2;

  /** Far behind the content, which others must be able to read: Windows enforces locks. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Whether somebody has the lock, or had it and was killed. */
  static boolean exists(Path directory) {
    return Files.exists(directory.resolve(FILE));
  }

  /**
   * Waits for the lock.
   *
   * @param directory an existing directory
   * @return the lock, or empty if somebody else had it for all of {@code limit}
   * @throws IOException if the lock's file can't be written
   */
  static Optional<DirectoryLock> acquire(Path directory, Duration limit) throws IOException {
    Path file = directory.toRealPath().resolve(FILE);
    long end = System.nanoTime() + limit.toNanos();
    Optional<DirectoryLock> lock = tryInThisProcess(file);
    while (lock.isEmpty() && System.nanoTime() - end < 0 && sleep()) {
      lock = tryInThisProcess(file);
    }
    return lock;
  }

  /**
   * Threads of one process exclude each other here, since the file's lock belongs to the process:
   * closing any of its channels would release it. The processor may be loaded by several class
   * loaders, so the mark is kept where all of them see it.
   */
  private static Optional<DirectoryLock> tryInThisProcess(Path file) throws IOException {
    if (System.getProperties().putIfAbsent(mark(file), "") != null) {
      return Optional.empty();
    }
    Optional<DirectoryLock> lock = Optional.empty();
    try {
      lock = tryBetweenProcesses(file);
    } finally {
      if (lock.isEmpty()) {
        System.getProperties().remove(mark(file));
      }
    }
    return lock;
  }

  private static String mark(Path file) {
    return "dev.varve.lock:" + file;
  }

  private static Optional<DirectoryLock> tryBetweenProcesses(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean ours = false;
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) != null && !isRemoved(channel)) {
        write(channel, IN_USE);
        ours = true;
      }
    } finally {
      if (!ours) {
        channel.close();
      }
    }
    return ours ? Optional.of(new DirectoryLock(file, channel)) : Optional.empty();
  }

  /**
   * Whether the locked file has lost its name: the former holder removed it after we opened it, so
   * that the next one creates and locks another file.
   */
  private static boolean isRemoved(FileChannel channel) throws IOException {
    ByteBuffer state = ByteBuffer.allocate(1);
    return channel.read(state, 0) == 1 && state.get(0) == REMOVED;
  }

  private static void write(FileChannel channel, byte state) throws IOException {
    channel.write(ByteBuffer.wrap(new byte[] {state}), 0);
  }

  private static boolean sleep() {
    try {
      Thread.sleep(POLL_MILLIS);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets go and removes the lock's file. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
      write(channel, REMOVED);
    } finally {
      System.getProperties().remove(mark(file));
    }
  }
}
