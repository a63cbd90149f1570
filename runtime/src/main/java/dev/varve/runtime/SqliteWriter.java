package dev.varve.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Which process is writing to a SQLite file. SQLite does not say, but its locks are ranges of bytes
 * that Linux lists in /proc/locks (<a
 * href="https://man7.org/linux/man-pages/man5/proc_locks.5.html">proc_locks(5)</a>): byte 120 of
 * the file {@code -shm} with a write-ahead log (<a
 * href="https://www.sqlite.org/walformat.html#wal_locks">WAL Locks</a>), else the byte after the
 * one at 1 GiB (<a href="https://www.sqlite.org/lockingv3.html">RESERVED_BYTE</a>). The files are
 * never opened: a process that closes a file loses all its locks on it.
 */
record SqliteWriter(SqliteSession session) {
  private static final Path LOCKS = Path.of("/proc/locks");
  private static final long RESERVED = 0x4000_0001L;
  private static final long WAL_WRITE = 120;

  /** Empty where nobody writes, or the operating system doesn't say who. */
  Optional<LockHolder> find() throws SQLException {
    String file = session.file();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<String> locks = Files.readAllLines(LOCKS, StandardCharsets.UTF_8);
      Optional<LockHolder> logging = find(locks, Path.of(file + "-shm"), WAL_WRITE);
      return logging.isPresent() ? logging : find(locks, Path.of(file), RESERVED);
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return Optional.empty();
    }
  }

  private static Optional<LockHolder> find(List<String> locks, Path file, long offset)
      throws IOException {
    String inode;
    try {
      inode = ":" + Files.getAttribute(file, "unix:ino");
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    for (String lock : locks) {
      // 1: POSIX  ADVISORY  WRITE 4242 08:01:131074 120 120
      String[] words = lock.strip().split("\\s+");
      if (words.length == 8 && words[3].equals("WRITE") && words[5].endsWith(inode)) {
        long end = words[7].equals("EOF") ? Long.MAX_VALUE : Long.parseLong(words[7]);
        if (Long.parseLong(words[6]) <= offset && offset <= end) {
          return Optional.of(holder(Long.parseLong(words[4])));
        }
      }
    }
    return Optional.empty();
  }

  private static LockHolder holder(long pid) {
    if (pid == ProcessHandle.current().pid()) {
      return new LockHolder(pid, "another connection of this program", Optional.empty());
    }
    String description =
        ProcessHandle.of(pid)
            .map(process -> described(process.info()))
            .orElse("not visible from here");
    return new LockHolder(pid, description, Optional.empty());
  }

  private static String described(ProcessHandle.Info info) {
    String user = info.user().map(name -> "user " + name + ", ").orElse("");
    return user + "program " + info.command().orElse("unknown");
  }
}
