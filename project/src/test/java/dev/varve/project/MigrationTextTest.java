package dev.varve.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.format.Directives;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.plan.Hazard;
import dev.varve.schema.plan.HazardCode;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.Migration.Phase;
import dev.varve.schema.plan.Script;
import dev.varve.schema.plan.Statement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MigrationTextTest {
  private static final ColumnName FAX = new ColumnName(QualifiedName.parse("crm.people"), "fax");

  private static final Script IRREVERSIBLE =
      new Script(
          true, false, List.of(), List.of(), List.of(), Optional.of("gone\nfor good"), List.of());

  @Test
  void writesDirectivesInOneOrderAndStatementsWithTheirComments() {
    Hazard hazard = new Hazard(HazardCode.DS103, FAX, "its values\nare lost", "keep a copy");
    Script script =
        new Script(
            false,
            true,
            List.of("b", "odd name"),
            List.of(FAX, new ColumnName(FAX.table(), "")),
            List.of(hazard, hazard),
            Optional.empty(),
            List.of(new Statement("why\n\nso", "DROP x"), Statement.of("DROP y")));
    RenderedMigration text =
        MigrationText.of(new Migration(Phase.CONTRACT, script, IRREVERSIBLE), Dialect.SQLITE);
    assertEquals(
        """
        -- varve:transaction none
        -- varve:phase contract
        -- varve:foreign_keys off
        -- varve:rebuild "odd name"
        -- varve:rebuild b
        -- varve:hazard DS103 crm.people.fax: its values are lost
        -- varve:destructive column crm_people.fax
        -- varve:destructive table crm_people

        -- why
        --
        -- so
        DROP x;

        DROP y;
        """,
        text.up().body());
    assertTrue(!Directives.parse(text.up().body()).transactional());
  }

  @Test
  void irreversibleScriptsFailInShells() throws Exception {
    String down =
        MigrationText.of(new Migration(Phase.MAIN, IRREVERSIBLE, IRREVERSIBLE), Dialect.SQLITE)
            .down()
            .body();
    assertEquals(Optional.of("gone for good"), Directives.parse(down).irreversible());
    assumeTrue(run("sqlite3", "-version") == 0, "there is no sqlite3 here");
    assertEquals(0, run("sqlite3", ":memory:", "SELECT 1;"));
    assertNotEquals(0, run("sqlite3", "-bail", ":memory:", down));
  }

  private static int run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (IOException noSuchProgram) {
      return 127;
    }
  }
}
