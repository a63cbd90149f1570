package dev.varve.project;

import static dev.varve.project.Databases.options;
import static dev.varve.project.Databases.schema;
import static dev.varve.project.Databases.write;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.schema.Schema;
import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What version control leaves of two branches that have sealed a table each. */
final class MergedFolder {
  private MergedFolder() {}

  static void make(Path db, Path scratch) throws Exception {
    Path theirs = scratch.resolve("theirs/db");
    write(theirs, options(Mode.GENERATE, null, "start"), KilledWriter.ONE);
    seal(theirs, "theirs", "20261121000000", schema("customers", "tags"));
    seal(db, "ours", "20261122000000", schema("customers", "orders"));
    for (String file : Tree.of(theirs).texts().keySet()) {
      merge(db.resolve(file), theirs.resolve(file));
    }
  }

  private static void seal(Path db, String name, String version, Schema schema) throws FileProblem {
    write(
        db,
        new WriteOptions(
            Mode.GENERATE,
            Optional.empty(),
            Optional.of(name),
            Optional.of(version),
            Databases.GENERATE.versions()),
        schema);
  }

  private static void merge(Path ours, Path theirs) throws IOException {
    if (!Files.exists(ours)) {
      Files.copy(theirs, ours);
    } else if (!Files.readString(ours).equals(Files.readString(theirs))) {
      Files.writeString(
          ours,
          "<<<<<<< HEAD\n"
              + Files.readString(ours)
              + "=======\n"
              + Files.readString(theirs)
              + ">>>>>>> theirs\n");
    }
  }
}
