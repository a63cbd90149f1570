package dev.varve.project;

import static dev.varve.project.Databases.GENERATE;
import static dev.varve.project.Databases.options;
import static dev.varve.project.Databases.schema;
import static dev.varve.project.Databases.write;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Agreements;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A process that changes a folder and dies before one of its steps. */
final class KilledWriter {
  static final int KILLED = 9;
  static final Schema ONE = schema("customers");
  static final Schema TWO = schema("customers", "orders");
  static final Schema BOTH = schema("customers", "orders", "tags");

  private KilledWriter() {}

  /** What the process does. */
  enum Work {
    COMMAND_SEALS(TWO) {
      @Override
      void on(Layout layout) throws FileProblem {
        new ProjectFolder(layout).seal(Optional.of("more"));
      }
    },
    COMPILER_SEALS(TWO) {
      @Override
      void on(Layout layout) throws FileProblem {
        compile(layout, options(Mode.GENERATE, null, "more"));
      }
    },
    CREATES(TWO) {
      @Override
      void on(Layout layout) throws FileProblem {
        new ProjectFolder(layout).create("fill", Set.of(), Optional.of("20270101000000"));
      }
    },
    REWRITES_DRAFTS(BOTH) {
      @Override
      void on(Layout layout) throws FileProblem {
        compile(layout, GENERATE);
      }
    },
    REPAIRS(BOTH) {
      @Override
      void on(Layout layout) throws FileProblem {
        compile(layout, options(Mode.REPAIR, null, null));
      }
    };

    /** What the records say. */
    final Schema schema;

    Work(Schema schema) {
      this.schema = schema;
    }

    abstract void on(Layout layout) throws FileProblem;

    final void compile(Layout layout, WriteOptions options) throws FileProblem {
      DatabaseWriter writer = new DatabaseWriter(layout, options);
      writer.model();
      writer
          .prepare(EnumSet.allOf(Dialect.class), stored -> schema, (from, to) -> Agreements.NONE)
          .write("Shop");
    }
  }

  /** Dies before step {@code n} of a work, as from SIGKILL: nothing is cleaned up. */
  public static void main(String[] arguments) throws FileProblem {
    int[] left = {Integer.parseInt(arguments[2])};
    Runnable beforeStep =
        () -> {
          left[0]--;
          if (left[0] == 0) {
            Runtime.getRuntime().halt(KILLED);
          }
        };
    Work.valueOf(arguments[1]).on(new Layout(Path.of(arguments[0]), beforeStep));
  }

  /** A folder for a work: one sealed migration and a draft, or a merge of two that are sealed. */
  static void prepare(Work work, Path db, Path scratch) throws Exception {
    write(db, options(Mode.GENERATE, null, "start"), ONE);
    if (work == Work.REPAIRS) {
      MergedFolder.make(db, scratch);
    } else {
      write(db, GENERATE, TWO);
    }
  }
}
