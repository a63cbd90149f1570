package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, nobody sees a password. */
class SecretsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://me:s3cret@localhost:1/shop",
        "postgres://me:s3cret@no.such.host.invalid/shop",
        "postgres://me:s3cret@localhost:PORT/no_such_database",
        "postgres://me:s3cret@localhost:PORT/postgres?sslmode=require",
        "postgres://me:s3cret@localhost:PORT/postgres?sslmode=nonsense",
        "postgres://postgres:s3cret@localhost:PORT/postgres?connect_timeout=soon",
        "jdbc:postgresql://localhost:1/shop?user=me&password=s3cret",
        "jdbc:postgresql://localhost:port/shop?user=me&password=s3cret",
        "jdbc:sqlite:/no/such/folder/x.db?password=s3cret",
        "mysql://me:s3cret@h/d",
      })
  void connecting(String url) {
    String real = url.replace("PORT", String.valueOf(Databases.port()));
    for (String command : new String[] {"status", "plan", "up", "down", "verify"}) {
      check(Map.of("DATABASE_URL", real), command, "--json");
      check(Map.of(), command, "--database-url", real);
      check(Map.of(), command, "--database-url", real, "--nonsense");
      check(Map.of(), command, real, real);
      check(Map.of(), "--data-base-url=" + real, command);
    }
  }

  private static void check(Map<String, String> environment, String... args) {
    Trial.Outcome outcome = Trial.run(environment, Optional.empty(), args);
    assertFalse(outcome.exit() == 0, "it should fail");
    assertFalse((outcome.out() + outcome.err()).contains("s3cret"), outcome.err() + outcome.out());
  }

  @Test
  void statementsThatFail() throws Exception {
    ExampleProject project = new ExampleProject(folder.resolve("db"));
    project.sealed(
        "20260101000001_role",
        "CREATE ROLE postgres LOGIN PASSWORD 's3cret'",
        "DROP ROLE postgres");
    Trial trial = new Trial(project, Databases.create(Engine.POSTGRESQL, folder));
    Trial.Outcome outcome = trial.run("up", "--json").exits(ExitCode.FAILED);
    outcome.complains("PASSWORD '***'");
    assertFalse((outcome.out() + outcome.err()).contains("s3cret"), outcome.err());
  }

  @Test
  void textsThatHoldUrls() {
    assertEquals("at x://me:***@h/d", Wording.masked("at x://me:a@b:c/d?e f@h/d"));
    assertEquals("x?password=***&a=b", Wording.masked("x?password=a b&a=b"));
    assertEquals("x://h:5432/d", Wording.masked("x://h:5432/d"));
  }
}
