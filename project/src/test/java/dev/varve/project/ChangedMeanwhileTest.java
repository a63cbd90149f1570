package dev.varve.project;

import static dev.varve.project.Databases.GENERATE;
import static dev.varve.project.Databases.options;
import static dev.varve.project.Databases.schema;
import static dev.varve.project.Databases.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Agreements;
import dev.varve.testing.Tree;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another compiler writes to the directory between the look at it and the writing. */
final class ChangedMeanwhileTest {
  private static final Schema ONE = schema("customers");
  private static final Schema TWO = schema("customers", "orders");

  @TempDir Path project;

  private PendingWrite prepare(Schema schema) throws FileProblem {
    return new DatabaseWriter(project, GENERATE)
        .prepare(EnumSet.allOf(Dialect.class), stored -> schema, (from, to) -> Agreements.NONE);
  }

  @Test
  void questionsThatAreNewStopIt() throws Exception {
    PendingWrite late = prepare(ONE);
    write(project, options(Mode.GENERATE, null, "start"), TWO);
    Tree sealed = Tree.of(project);
    FileProblem problem = assertThrows(FileProblem.class, () -> late.write("Shop"));
    assertEquals(FileMessage.FILES_CHANGED, problem.notice().kind());
    assertTrue(problem.notice().text().contains(project.toString()), problem.notice()::text);
    assertEquals(sealed, Tree.of(project));
    assertEquals(1, prepare(ONE).comparison().orElseThrow().questions().size());
  }

  @Test
  void whatAsksNothingIsPlannedAnew() throws Exception {
    PendingWrite late = prepare(TWO);
    write(project, options(Mode.GENERATE, null, "start"), ONE);
    late.write("Shop");
    Set<String> files = Tree.of(project).texts().keySet();
    assertTrue(
        files.stream().anyMatch(file -> file.contains("orders") && file.contains("/migrations/")),
        files::toString);
  }
}
