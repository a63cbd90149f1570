package dev.varve.bench.apply;

import dev.varve.runtime.Migrator;
import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.runtime.format.MigrationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * A column of a million rows gets its values on PostgreSQL by one statement and in batches, while
 * somebody else updates a row every few milliseconds: how long it takes, and how long the other
 * waits for a row at most.
 */
public final class BackfillBench {
  private static final int ROWS = 1_000_000;
  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE t (id bigint PRIMARY KEY, a text NOT NULL, b text)",
          "INSERT INTO t SELECT i, md5(i::text), NULL FROM generate_series(1, " + ROWS + ") AS i",
          "CREATE INDEX ON t (a)",
          "VACUUM ANALYZE t");

  private BackfillBench() {}

  /** Prints a line for each way; takes some minutes. */
  public static void main(String[] args) throws Exception {
    measure("one statement", "");
    measure("in batches", "-- varve:backfill\n");
  }

  private static void measure(String way, String directive)
      throws IOException, SQLException, InterruptedException {
    try (TrialDatabase database = TrialDatabase.create(Engine.POSTGRESQL)) {
      DataSource source = database.source();
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        for (String sql : SCHEMA) {
          statement.execute(sql);
        }
      }
      Path folder = write(directive);
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> longest(source, over));
      long start = System.nanoTime();
      Migrator.of(source).directory(folder).up();
      long took = (System.nanoTime() - start) / 1_000_000;
      over.set(true);
      System.out.println(way + ": " + took + " ms, longest wait " + other.join() + " ms");
    }
  }

  private static Path write(String directive) throws IOException {
    Path folder = Files.createTempDirectory("varve-bench");
    Path migrations = folder.resolve("postgresql").resolve("migrations");
    Files.createDirectories(migrations);
    MigrationName name = MigrationName.parse("20260101000001_fill");
    String up =
        "-- varve:transaction none\n" + directive + "UPDATE t SET b = upper(a) WHERE b IS NULL;\n";
    String down = "UPDATE t SET b = NULL;\n";
    Files.writeString(migrations.resolve(name.upFile()), up);
    Files.writeString(migrations.resolve(name.downFile()), down);
    LockEntry entry =
        new LockEntry(name, LockEntry.State.SEALED, Checksum.of(up), Checksum.of(down));
    Files.writeString(
        migrations.resolveSibling(Bundle.LOCK_FILE),
        new LockFile(List.of(entry), Optional.empty()).write());
    return folder;
  }

  /** Updates a row now and then, and says how long that took at most, in milliseconds. */
  private static long longest(DataSource source, AtomicBoolean over) {
    Random keys = new Random(1);
    long longest = 0;
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement("UPDATE t SET a = a WHERE id = ?")) {
      while (!over.get()) {
        update.setLong(1, 1 + keys.nextInt(ROWS));
        long start = System.nanoTime();
        update.executeUpdate();
        longest = Math.max(longest, (System.nanoTime() - start) / 1_000_000);
        Thread.sleep(5);
      }
    } catch (SQLException | InterruptedException e) {
      throw new CompletionException(e);
    }
    return longest;
  }
}
