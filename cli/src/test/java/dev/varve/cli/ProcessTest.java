package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
