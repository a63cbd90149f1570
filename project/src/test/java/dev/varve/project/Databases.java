package dev.varve.project;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
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

/** Schemas to write, and compilations that write them. */
final class Databases {
  static final String VERSION = "20261120070501";
  static final WriteOptions GENERATE = options(Mode.GENERATE, null, null);
  static final WriteOptions CHECK = options(Mode.CHECK, null, null);

  private Databases() {}

  static WriteOptions options(Mode mode, String name, String seal) {
    return new WriteOptions(
        mode,
        Optional.ofNullable(name),
        Optional.ofNullable(seal),
        Optional.of(VERSION),
        Versions.OLDEST);
  }

  static WriteOptions at(String timestamp) {
    return new WriteOptions(
        Mode.GENERATE, Optional.empty(), Optional.empty(), Optional.of(timestamp), Versions.OLDEST);
  }

  /** Tables of these names, each with an id and a text. */
  static Schema schema(String... names) {
    List<Table> tables = new ArrayList<>();
    for (String name : names) {
      tables.add(
          new Table(
              QualifiedName.of(name),
              "com.acme." + name,
              List.of(Column.of("id", Simple.INT64, false), Column.of("name", new Text(80), false)),
              new PrimaryKey(name + "_pkey", List.of("id")),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              "What " + name + " are."));
    }
    return new Schema(List.of(), tables);
  }

  /** Writes a schema for both dialects. */
  static Written write(Path directory, WriteOptions options, Schema schema) throws FileProblem {
    return new DatabaseWriter(directory, options)
        .prepare(EnumSet.allOf(Dialect.class), stored -> schema, (from, to) -> Agreements.NONE)
        .write("Shop");
  }

  /** The notices of such a writing, or the problem in place of them. */
  static List<Notice> notices(Path directory, WriteOptions options, Schema schema) {
    try {
      return write(directory, options, schema).notices();
    } catch (FileProblem problem) {
      return List.of(problem.notice());
    }
  }
}
