package dev.varve.cli;

import dev.varve.project.DatabaseWriter;
import dev.varve.project.FileProblem;
import dev.varve.project.WriteOptions;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Dialect;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Agreements;
import dev.varve.schema.plan.Versions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What a compilation does to the folder. */
final class Compilation {
  private Compilation() {}

  /**
   * Writes both dialects for records that have these tables.
   *
   * @param version that of a new migration, if nothing later is there
   * @param seal the name to seal drafts under; empty: they stay drafts
   */
  static void of(Path db, String version, Optional<String> seal, String... tables)
      throws FileProblem {
    List<Table> all = new ArrayList<>();
    for (String name : tables) {
      all.add(
          new Table(
              QualifiedName.of(name),
              "com.acme." + name,
              List.of(Column.of("id", Simple.INT64, false), Column.of("rank", Simple.INT64, true)),
              new PrimaryKey(name + "_pkey", List.of("id")),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              ""));
    }
    Schema schema = new Schema(List.of(), all);
    WriteOptions options =
        new WriteOptions(
            WriteOptions.Mode.GENERATE,
            Optional.empty(),
            seal,
            Optional.of(version),
            Versions.OLDEST);
    new DatabaseWriter(db, options)
        .prepare(EnumSet.allOf(Dialect.class), stored -> schema, (from, to) -> Agreements.NONE)
        .write("Shop");
  }
}
