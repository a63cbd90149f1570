package loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.seed.SeedException;
import dev.varve.seed.SeedFile;
import dev.varve.seed.SeedFile.Format;
import loading.Library.Book;
import loading.Library.Country;
import loading.Library.Genre;
import loading.Library.Member;
import loading.Library.Topic;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Seeds that are written to a script. */
public final class FileScenarios {
  private static final String HARD =
      "o'clock \"quoted\" \\back\\ \\. \\N\n\\.\n\r\t{a,b} NULL ; -- $1 ? %s :x \u00e9 \u1e9e \ud83e\udd80 \u0001\n/\ngo\n.quit";

  private FileScenarios() {}

  /** What a script and a database are both given. */
  private static void fill(LoadingSeed seed) {
    seed.add(new Country("DE", "Germany", null));
    seed.addAll(List.of(new Country("FR", HARD, -3), new Country("DE", "D", 1)));
    Genre crime = seed.add(new Genre(0, "Crime", true, HARD));
    Topic topic = seed.topic(t -> t.label(HARD));
    for (int i = 0; i < 3; i++) {
      seed.book(
          b ->
              b.genre(crime)
                  .topics(topic)
                  .cover(new byte[] {0, 92, 39, 10, -1})
                  .quotes(List.of(HARD, "", "NULL"))
                  .extra(Map.of(HARD, HARD))
                  .read(Duration.ofMillis(-1500))
                  .weight(-1e300)
                  .copies(4));
    }
    seed.members(1_200, (m, g) -> m.name("M" + g.index()));
    Member last = seed.member(m -> m.id(5_000));
    seed.member(m -> m.mentorId(last.id()));
  }

  public static void aScriptHoldsWhatTheSameCallsInsert(DataSource source) throws Exception {
    fill(LoadingSeed.of(source));
    String expected = Contents.all(source);
    for (Format format : formats(source)) {
      Path script = folder().resolve("seed.sql");
      write(script, format);
      if (format != Format.POSTGRESQL_COPY) {
        empty(source);
        runByJdbc(source, script);
        assertEquals(expected, Contents.all(source), format + " by JDBC");
      }
    }
  }

  public static void aPlanMakesTheSameRowsInAScript(DataSource source) throws Exception {
    plan(LoadingSeed.of(source));
    String expected = Contents.all(source);
    assertTrue(expected.lines().count() > 300, expected);
    Format format = formats(source).get(0);
    Path script = folder().resolve("plan.sql");
    try (SeedFile file = SeedFile.create(script, format)) {
      plan(LoadingSeed.of(file));
    }
    empty(source);
    runByJdbc(source, script);
    assertEquals(expected, Contents.all(source));
  }

  private static void plan(LoadingSeed seed) {
    seed.rich(
        7,
        p -> {
          p.genres(9);
          p.books(200, (b, g) -> b.copies(g.between(1, 9)).quotes(List.of(HARD)));
          p.members(100);
        });
  }

  public static void theShellsRunScripts(DataSource source) throws Exception {
    boolean postgres = isPostgres(source);
    String shell = postgres ? "psql" : "sqlite3";
    boolean present =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
    assumeTrue(present, shell + " isn't installed: its scripts were not run");
    fill(LoadingSeed.of(source));
    String expected = Contents.all(source);
    for (Format format : formats(source)) {
      Path script = folder().resolve("seed.sql");
      write(script, format);
      empty(source);
      assertEquals(0, runByShell(source, script), format + " in " + shell);
      assertEquals(expected, Contents.all(source), format + " in " + shell);
      // What was numbered by hand and what by the counter: both are behind the counter now.
      assertTrue(LoadingSeed.of(source).member().id() > 5_001);
      // The rows are there already: all or nothing, and so nothing.
      String before = Contents.all(source);
      runByShell(source, script);
      assertEquals(before, Contents.all(source), format + " again in " + shell);
    }
  }

  /** Complaint: reference data ends up in migrations and is written anew by each. */
  public static void aScriptOfReferenceDataRunsAgain(DataSource source) throws Exception {
    LoadingSeed.of(source).add(new Genre(0, "Poems", true, null)); // the script will number it 2
    LoadingSeed.of(source).add(new Genre(0, "Crime", false, null));
    for (Format format : formats(source)) {
      Path script = folder().resolve("reference.sql");
      try (SeedFile file = SeedFile.create(script, format)) {
        LoadingSeed seed = LoadingSeed.of(file);
        seed.addAll(
            IntStream.range(0, 700)
                .mapToObj(i -> new Country(Integer.toString(i + 36, 36), "C" + i, i))
                .filter(country -> country.code().length() == 2)
                .toList());
        seed.addAll(
            List.of(new Genre(0, "Crime", true, "open now"), new Genre(0, "Poems", true, null)));
      }
      if (format != Format.POSTGRESQL_COPY) {
        runByJdbc(source, script);
        String once = Contents.all(source);
        assertTrue(once.contains("open now"), once);
        runByJdbc(source, script);
        assertEquals(once, Contents.all(source));
      }
    }
  }

  public static void nothingHalfDoneIsLeft(DataSource source) throws Exception {
    Path script = folder().resolve("seed.sql");
    Format format = formats(source).get(0);
    write(script, format);
    String before = Files.readString(script);
    try (SeedFile file = SeedFile.create(script, format)) {
      LoadingSeed seed = LoadingSeed.of(file);
      seed.book();
      assertThrows(SeedException.class, () -> seed.book(b -> b.price(new java.math.BigDecimal(-1))));
      SeedException e = assertThrows(SeedException.class, seed::book);
      assertTrue(e.getMessage().contains("is given up"), e.getMessage());
    }
    assertEquals(before, Files.readString(script));
    try (Stream<Path> files = Files.list(script.getParent())) {
      assertEquals(List.of(script), files.toList());
    }
  }

  /** Whatever fails in it, there is no script; {@code close} alone isn't told of what users throw. */
  public static void aScriptIsWrittenAsAWholeOrNotAtAll(DataSource source) throws Exception {
    Path script = folder().resolve("seed.sql");
    Format format = formats(source).get(0);
    IllegalStateException enough = new IllegalStateException("enough");
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> SeedFile.write(script, format, file -> {
              LoadingSeed.of(file).book();
              throw enough;
            }));
    assertEquals(enough, thrown);
    SeedException e =
        assertThrows(
            SeedException.class,
            () -> SeedFile.write(script, format, file -> {
              LoadingSeed seed = LoadingSeed.of(file);
              assertThrows(SeedException.class, () -> seed.genre(g -> g.name(null)));
            }));
    assertTrue(e.getMessage().contains("is given up") && e.getMessage().contains("FileScenarios.java:"), e.getMessage());
    try (Stream<Path> files = Files.list(script.getParent())) {
      assertEquals(List.of(), files.toList());
    }
    SeedFile.write(script, format, FileScenarios::book);
    runByJdbc(source, script);
    assertEquals(1, Contents.count(source, "books"));
  }

  private static void book(SeedFile file) {
    LoadingSeed.of(file).book();
  }

  /** A script's listener is told what that of the database is told. */
  public static void aListenerIsToldOfScriptsAsOfTheDatabase(DataSource source) throws Exception {
    List<String> sent = new ArrayList<>();
    List<String> written = new ArrayList<>();
    plan(LoadingSeed.of(source).listener((table, rows, done) -> sent.add(table + " " + rows + " " + done)));
    SeedFile.write(
        folder().resolve("seed.sql"),
        formats(source).get(0),
        file -> plan(LoadingSeed.of(file).listener((table, rows, done) -> written.add(table + " " + rows + " " + done))));
    assertEquals(sent, written);
    assertTrue(sent.contains("books 200 true"), sent.toString());
  }

  public static void aFileOfSomebodyElseStaysAsItIs(DataSource source) throws IOException {
    Path script = folder().resolve("notes.sql");
    Files.writeString(script, "-- mine\n");
    Format format = Format.SQLITE;
    SeedException e =
        assertThrows(SeedException.class, () -> SeedFile.create(script, format));
    assertTrue(e.getMessage().contains("was not written by Varve"), e.getMessage());
    assertEquals("-- mine\n", Files.readString(script));
  }

  public static void keysCountFromTheNumberThatIsGiven(DataSource source) throws Exception {
    Path script = folder().resolve("seed.sql");
    try (SeedFile file = SeedFile.create(script, formats(source).get(0), 1_000)) {
      LoadingSeed seed = LoadingSeed.of(file);
      assertEquals(1_000, seed.member().id());
      Book book = seed.book();
      assertEquals(1_000, book.genre().id());
      assertEquals(0, book.copies()); // only the database knows its default
      assertThrows(SeedException.class, () -> seed.reload(book));
    }
  }

  private static List<Format> formats(DataSource source) throws SQLException {
    return isPostgres(source)
        ? List.of(Format.POSTGRESQL, Format.POSTGRESQL_COPY)
        : List.of(Format.SQLITE);
  }

  private static boolean isPostgres(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return Contents.isPostgres(connection);
    }
  }

  private static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("varve-seed");
    folder.toFile().deleteOnExit();
    return folder;
  }

  private static void write(Path script, Format format) {
    try (SeedFile file = SeedFile.create(script, format)) {
      fill(LoadingSeed.of(file));
      assertFalse(Files.exists(script) && script.toFile().length() == 0);
    }
  }

  private static void empty(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (Contents.isPostgres(connection)) {
        statement.execute("TRUNCATE " + String.join(", ", Contents.TABLES) + " RESTART IDENTITY");
      } else {
        List<String> reverse = new ArrayList<>(Contents.TABLES);
        java.util.Collections.reverse(reverse);
        for (String table : reverse) {
          statement.executeUpdate("DELETE FROM " + table);
        }
        statement.executeUpdate("DELETE FROM sqlite_sequence");
      }
    }
  }

  private static void runByJdbc(DataSource source, Path script)
      throws SQLException, IOException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (Contents.isPostgres(connection)) {
        statement.execute(Files.readString(script));
      } else {
        statement.executeUpdate(Files.readString(script));
      }
    }
  }

  private static int runByShell(DataSource source, Path script) throws Exception {
    String url;
    try (Connection connection = source.getConnection()) {
      url = connection.getMetaData().getURL();
    }
    List<String> command =
        url.startsWith("jdbc:postgresql:")
            ? List.of(
                "psql", "-X", "-q", "-o", "/dev/null", "-f", script.toString(),
                url.substring(5).replaceAll("\\?.*", ""), "-U", "postgres")
            : List.of("sqlite3", "-bail", url.substring("jdbc:sqlite:".length()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path output = script.resolveSibling("output.txt");
    builder.redirectOutput(output.toFile());
    if (command.get(0).equals("sqlite3")) {
      builder.redirectInput(script.toFile());
    }
    int exit = builder.start().waitFor();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    if (exit == 0) {
      assertFalse(said.contains("rror"), said);
    }
    return exit;
  }
}
