package dev.varve.processor;

import dev.varve.processor.Options.Mode;
import dev.varve.processor.evolution.EvolutionProblems;
import dev.varve.processor.read.Model;
import dev.varve.project.Agreed;
import dev.varve.project.DatabaseWriter;
import dev.varve.project.FileProblem;
import dev.varve.project.PendingWrite;
import dev.varve.project.Written;
import dev.varve.runtime.format.Bundle;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The files of a database as one compilation finds and leaves them. What is wrong with them is
 * reported once; after that, and in mode off, nothing is done.
 */
final class DatabaseFiles {
  private final ClassOutput classOutput;
  private final Options options;
  private final Reporter reporter;
  private Optional<Path> directory = Optional.empty();
  private Optional<DatabaseWriter> writer = Optional.empty();
  private Optional<PendingWrite> pending = Optional.empty();
  private boolean broken;

  DatabaseFiles(ProcessingEnvironment environment, Options options, Reporter reporter) {
    this.classOutput = new ClassOutput(environment.getFiler());
    this.options = options;
    this.reporter = reporter;
  }

  /** Whether something was wrong with them. */
  boolean areBroken() {
    return broken;
  }

  /** The tables of entities that aren't in this compilation and still exist. */
  Schema kept(PartialCompilation partial) {
    Schema[] kept = {Schema.EMPTY};
    attempt(() -> kept[0] = readKept(partial));
    return kept[0];
  }

  private Schema readKept(PartialCompilation partial) throws FileProblem {
    Schema stored = writer().model().orElse(Schema.EMPTY);
    refuseForeign(stored, partial);
    return partial.kept(stored);
  }

  private void refuseForeign(Schema stored, PartialCompilation partial) throws FileProblem {
    if (partial.replacesAll(stored) && !classOutput.holdsMigrations()) {
      throw new FileProblem(
          Message.ENTITIES_ALL_GONE,
          directory().resolve("model.json").toString(),
          String.join(", ", PartialCompilation.owners(stored)));
    }
    Schema kept = partial.kept(stored);
    if (!kept.tables().isEmpty() && !partial.continues(stored, classOutput::holds)) {
      throw new FileProblem(
          Message.ENTITIES_OF_ANOTHER_OUTPUT,
          directory().toString(),
          PartialCompilation.owner(kept.tables().get(0)));
    }
  }

  private Schema merged(Optional<Schema> stored, Schema compiled, PartialCompilation partial)
      throws FileProblem {
    refuseForeign(stored.orElse(Schema.EMPTY), partial);
    return partial.merged(stored, compiled);
  }

  /**
   * Starts to make what {@link #write} will write, and says what must be known before.
   *
   * @param agreed what the annotations say about the past
   */
  List<Problem> prepare(Model model, PartialCompilation partial, Agreed agreed) {
    attempt(
        () ->
            pending =
                Optional.of(
                    writer()
                        .prepare(
                            model.dialects(),
                            stored -> merged(stored, model.schema(), partial),
                            agreed)));
    return pending.map(one -> EvolutionProblems.of(model, one)).orElse(List.of());
  }

  /**
   * Brings the files up to date, and the class output with them.
   *
   * @param entities what they follow from
   */
  void write(String database, List<TypeElement> entities) {
    attempt(
        () -> {
          Written written = pending.orElseThrow().write(database);
          written.notices().forEach(reporter::print);
          copy(database, written, entities);
        });
  }

  private void copy(String database, Written written, List<TypeElement> entities)
      throws FileProblem {
    try {
      for (Dialect dialect : Dialect.values()) {
        String folder = Bundle.folder(database, dialect.directory());
        classOutput.removeOthers(folder, written.resources().keySet());
      }
      classOutput.write(written.resources(), entities.toArray(new Element[0]));
    } catch (IOException e) {
      throw new FileProblem(Message.CLASS_OUTPUT_UNWRITABLE, e.toString());
    }
  }

  private DatabaseWriter writer() throws FileProblem {
    if (writer.isEmpty()) {
      writer = Optional.of(new DatabaseWriter(directory(), options.forWriting()));
    }
    return writer.get();
  }

  private Path directory() throws FileProblem {
    if (directory.isEmpty()) {
      directory = Optional.of(DatabaseDirectory.find(options, classOutput.directory()));
    }
    return directory.get();
  }

  private interface Step {
    void run() throws FileProblem;
  }

  private void attempt(Step step) {
    if (options.mode() == Mode.OFF || broken) {
      return;
    }
    try {
      step.run();
    } catch (FileProblem problem) {
      broken = true;
      reporter.print(problem.notice());
    }
  }
}
