package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {
  @TempDir Path folder;

  private Path file(String mode, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), text, StandardCharsets.ISO_8859_1);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @Test
  void allWaysOfWritingAValue() throws IOException {
    String text =
        """
        # a comment
        DATABASE_URL=postgres://me:a#b@h/d   # the hash in it is none

        export A = 'as it "stands" \\n'  # comment
        B="a \\"b\\" \\\\ c"
        C=
        D=one
        D=two
        """;
    assertEquals(
        Map.of(
            "DATABASE_URL", "postgres://me:a#b@h/d",
            "A", "as it \"stands\" \\n",
            "B", "a \"b\" \\ c",
            "C", "",
            "D", "two"),
        new EnvFile(file("rw-------", text)).read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------", "rw-rw-rw-"})
  void othersMayNotReadIt(String mode) throws IOException {
    Path file = file(mode, "DATABASE_URL=s3cret");
    CommandException e = assertThrows(CommandException.class, () -> new EnvFile(file).read());
    assertEquals(ExitCode.USAGE, e.exitCode());
    assertTrue(e.getMessage().contains("its mode is " + mode), e.getMessage());
    assertTrue(e.getMessage().endsWith("chmod 600 " + file), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3cret", "A='s3cret", "A=\"s3cret", "A='a' s3cret", "1=s3cret", "A=s3cret\u00e4"})
  void whatCannotBeReadIsNotShown(String line) throws IOException {
    Path file = file("r--------", "OK=1\n" + line);
    CommandException e = assertThrows(CommandException.class, () -> new EnvFile(file).read());
    assertTrue(
        e.getMessage().contains(", line 2: it ") || e.getMessage().contains("is not UTF-8"),
        e.getMessage());
    assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
  }

  @Test
  void commandsUseIt() throws Exception {
    ExampleProject project = ExampleProject.ofThree(folder);
    Path database = folder.resolve("x.db");
    String env = "--env-file=" + file("rw-------", "DATABASE_URL=sqlite:" + database);
    Trial trial = new Trial(project, "sqlite:elsewhere.db");
    trial.run("up", env).exits(ExitCode.DONE);
    assertTrue(Files.exists(database), "the file comes before the environment");
    trial.run("status", env, "--database-url=sqlite:x").exits(ExitCode.USAGE).complains("not both");
    trial.run("status", "--env-file=missing").exits(ExitCode.USAGE).complains("no file missing");
    file("rw-------", "OTHER=1");
    trial.run("status", env).exits(ExitCode.USAGE).complains("has no line DATABASE_URL=");
    file("rw-r--r--", "DATABASE_URL=sqlite:" + database);
    trial.run("status", env).exits(ExitCode.USAGE).complains("chmod 600");
    Trial.run(Map.of(), Optional.empty(), "status")
        .exits(ExitCode.USAGE)
        .complains("which database?");
  }
}
