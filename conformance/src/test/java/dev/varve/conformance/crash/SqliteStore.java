package dev.varve.conformance.crash;

import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A file. */
final class SqliteStore extends Store {
  private final Path file;

  private SqliteStore(Path file) {
    super("jdbc:sqlite:" + file + "?foreign_keys=on&synchronous=off");
    this.file = file;
  }

  /** A new one in a folder, with a rollback journal or a write-ahead log. */
  static SqliteStore create(Path folder, boolean wal) throws SQLException, IOException {
    SqliteStore store = new SqliteStore(Files.createTempFile(folder, "store", ".db"));
    store.execute(List.of("PRAGMA journal_mode = " + (wal ? "WAL" : "DELETE")));
    return store;
  }

  @Override
  Engine engine() {
    return Engine.SQLITE;
  }

  @Override
  SqliteStore copy() throws SQLException, IOException {
    Path copy = Files.createTempFile(file.getParent(), "copy", ".db");
    Files.delete(copy);
    Files.copy(file, copy);
    return new SqliteStore(copy);
  }

  @Override
  void remove() throws IOException {
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(Path.of(file + suffix));
    }
  }

  @Override
  List<String> facts() {
    return List.of(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
            + " ORDER BY 1, 2",
        "SELECT name, seq FROM sqlite_sequence ORDER BY 1");
  }

  @Override
  String tables() {
    return "SELECT '\"' || name || '\"' FROM sqlite_master WHERE type = 'table' AND name NOT LIKE"
        + " 'sqlite%' AND name <> '_varve_migrations' ORDER BY 1";
  }

  @Override
  List<String> leftovers() throws SQLException {
    List<String> found = new ArrayList<>(rows("PRAGMA foreign_key_check"));
    rows("PRAGMA integrity_check").stream().filter(row -> !row.equals("ok")).forEach(found::add);
    execute(List.of("BEGIN IMMEDIATE", "ROLLBACK"));
    return found;
  }
}
