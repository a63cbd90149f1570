package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.format.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a JVM of its own. */
class ProcessTest {
  @TempDir Path folder;

  @Test
  void exitCodesAndStreams() throws Exception {
    ExampleProject project = ExampleProject.ofThree(folder);
    String url = Databases.create(Engine.SQLITE, folder);
    Program.Output status = Program.ofClasses().run(url, project, "status");
    assertEquals(3, status.exit(), status.err());
    assertEquals("", status.err());
    Program.Output up = Program.ofClasses().run(url, project, "up", "--json");
    assertEquals(0, up.exit(), up.err());
    assertEquals(3, Json.each(Json.object(up.out()), "done", "version").size());
    assertEquals(6, up.err().lines().count(), "progress alone: " + up.err());
    assertEquals(2, Program.ofClasses().run(url, project, "up", "--nonsense").exit());
    assertEquals(1, Program.ofClasses().run("sqlite:missing.db", project, "down").exit());
  }

  /** A file {@code .env} isn't read unless somebody says so, which is what they are told. */
  @Test
  void aFileCalledEnvIsPointedOut() throws Exception {
    ExampleProject project = ExampleProject.ofThree(folder);
    String hint = "There is a file .env here, which is read only if you say so: --env-file .env";
    Program.Output without = Program.ofClasses().run("", project, "status");
    assertEquals(2, without.exit(), without.err());
    assertTrue(without.err().contains("which database?"), without.err());
    assertFalse(without.err().contains(hint), without.err());
    Files.writeString(folder.resolve(".env"), "DATABASE_URL=sqlite:never.db");
    Program.Output with = Program.ofClasses().run("", project, "status");
    assertEquals(2, with.exit(), with.err());
    assertTrue(with.err().contains(hint), with.err());
    assertFalse(Files.exists(folder.resolve("never.db")), "it was read");
  }

  /** {@code script} of util-linux gives it a terminal. */
  @Test
  void aRealTerminalIsAskedAndSeesColours() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "skipped: no /usr/bin/script");
    ExampleProject project = ExampleProject.ofThree(folder);
    String url = Databases.create(Engine.SQLITE, folder);
    Program program = Program.ofClasses();
    assertEquals(0, program.run(url, project, "up").exit());
    Databases.run(url, "INSERT INTO users VALUES (1, 'a', 'b')");
    Program.Output no = program.onTerminal("n\n", url, project, "down");
    assertEquals(1, no.exit(), no.out());
    assertTrue(no.out().contains("Lose it? [y/N]"), no.out());
    assertEquals(3, Databases.applied(url).size());
    Program.Output yes = program.onTerminal("y\n", url, project, "down");
    assertEquals(0, yes.exit(), yes.out());
    assertEquals(List.of("create_users", "create_posts"), Databases.applied(url));
    Program.Output status = program.onTerminal("", url, project, "status");
    assertTrue(status.out().contains(Colour.YELLOW.of("pending")), status.out());
  }
}
