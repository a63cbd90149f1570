package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.MigrationException;
import dev.varve.runtime.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two branches have sealed, merged and repaired, reaches databases of either branch. */
class MergedHistoryTest {
  private static final String CUSTOMER = "record Customer(@Id long id%s) {}";
  private static final String TAG = "record Tag(@Id String word%s) {}";

  @TempDir Path root;

  @Test
  void reachesDatabasesOfEitherBranch() throws Exception {
    Path start = Files.createDirectories(root.resolve("start"));
    compile(start, "", "", "-Avarve.seal=start", "-Avarve.timestamp=20261120070501");
    Path ours = copy(start, root.resolve("ours"));
    compile(ours, ", String phone", "", "-Avarve.seal=ours", "-Avarve.timestamp=20261122000000");
    Path theirs = copy(start, root.resolve("theirs"));
    compile(theirs, "", ", Integer n", "-Avarve.seal=theirs", "-Avarve.timestamp=20261121000000");
    Path merged = merge(ours, theirs);
    compile(merged, ", String phone", ", Integer n", "-Avarve.mode=repair");
    compile(merged, ", String phone", ", Integer n", "-Avarve.mode=check");
    for (Path former : List.of(ours, theirs, start)) {
      try (Connection sqlite = Databases.sqlite();
          Connection postgresql = Databases.postgresql()) {
        apply(sqlite, former, merged);
        apply(postgresql, former, merged);
      }
    }
  }

  /** A late migration is refused, until somebody says that it may run. */
  private static void apply(Connection connection, Path former, Path merged) throws SQLException {
    Migrator.of(connection).directory(former.resolve("db")).up();
    execute(connection, "INSERT INTO tags (word) VALUES ('red')");
    Migrator migrator = Migrator.of(connection).directory(merged.resolve("db"));
    if (former.endsWith("ours")) {
      assertThrows(MigrationException.class, migrator::up);
      migrator = migrator.allowOutOfOrder();
    }
    migrator.up();
    execute(connection, "UPDATE tags SET n = 1 WHERE word = 'red'");
    execute(connection, "INSERT INTO customers (phone) VALUES ('1')");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As git leaves files that both have changed: here in one conflict each. */
  private Path merge(Path ours, Path theirs) throws IOException {
    Path merged = copy(ours, root.resolve("merged"));
    for (Path file : files(theirs.resolve("db"))) {
      Path target = merged.resolve("db").resolve(theirs.resolve("db").relativize(file).toString());
      String their = Files.readString(file);
      String our = Files.exists(target) ? Files.readString(target) : their;
      Files.createDirectories(target.getParent());
      Files.writeString(
          target,
          our.equals(their)
              ? our
              : "<<<<<<< ours\n" + our + "=======\n" + their + ">>>>>>> theirs\n");
    }
    return merged;
  }

  private static Path copy(Path from, Path to) throws IOException {
    for (Path file : files(from.resolve("db"))) {
      Path target = to.resolve("db").resolve(from.resolve("db").relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    return to;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void compile(Path project, String customer, String tag, String... options)
      throws IOException, InterruptedException {
    Path sources = Files.createDirectories(project.resolve("src/shop"));
    write(sources.resolve("Customer.java"), CUSTOMER.formatted(nullable(customer)));
    write(sources.resolve("Tag.java"), TAG.formatted(nullable(tag)));
    String classPath = System.getProperty("java.class.path");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                Files.createDirectories(project.resolve("classes")).toString(),
                "-cp",
                classPath,
                "-processorpath",
                classPath,
                "-Avarve.dir=" + project.resolve("db")));
    arguments.addAll(List.of(options));
    arguments.addAll(Javac.sources(sources));
    Javac.Result result = Javac.current().compile(arguments);
    assertEquals(0, result.exitCode(), result.output());
    assertTrue(Files.exists(project.resolve("db/snapshot.json")));
  }

  private static String nullable(String component) {
    return component.replace(", ", ", @Nullable ");
  }

  private static void write(Path file, String declaration) throws IOException {
    Files.writeString(
        file,
        "package shop;\nimport dev.varve.*;\nimport org.jspecify.annotations.Nullable;\n@Entity "
            + declaration
            + "\n");
  }
}
