package dev.varve.processor;

import com.palantir.javapoet.ClassName;
import dev.varve.processor.Options.Mode;
import dev.varve.processor.read.Annotated;
import dev.varve.processor.read.EntityReader;
import dev.varve.processor.read.Model;
import dev.varve.processor.read.Reading;
import dev.varve.processor.seed.SeedWriter;
import dev.varve.processor.write.FileProblem;
import dev.varve.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * One compilation, round by round. Java sources are created in the round in which all entities can
 * be read: in the last one javac would warn. Files are written in the last round, and only if
 * nobody reported an error.
 */
final class Compilation {
  private static final String PACKAGE = "dev.varve";

  private final Elements elements;
  private final Reporter reporter;
  private final Options options;
  private final List<Notice> mistakes = new ArrayList<>();
  private final EntityReader reader;
  private final SeedWriter seeds;
  private final DatabaseFiles files;
  private Annotated annotated = Annotated.NONE;
  private Reading reading = new Reading(Optional.empty(), List.of(), List.of());
  private boolean seedsWritten;
  private boolean filesBroken;

  Compilation(ProcessingEnvironment environment) {
    elements = environment.getElementUtils();
    reporter = new Reporter(environment);
    options = Options.parse(environment.getOptions(), mistakes);
    reader = new EntityReader(environment);
    seeds = new SeedWriter(environment.getFiler(), elements);
    files = new DatabaseFiles(environment, options, reporter);
  }

  /** Does what is to be done in a round. */
  void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      finish(round);
      return;
    }
    Annotated found = annotated(annotations, round);
    boolean waiting = !reading.deferred().isEmpty();
    annotated = annotated.plus(found);
    if (seedsWritten) {
      refuse(found.entities());
    } else if (waiting || !found.equals(Annotated.NONE)) {
      read(false);
    }
  }

  private static Annotated annotated(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    List<TypeElement> ours = new ArrayList<>();
    for (TypeElement annotation : annotations) {
      if (annotation.getEnclosingElement().toString().equals(PACKAGE)) {
        ours.add(annotation);
      }
    }
    return ours.isEmpty()
        ? Annotated.NONE
        : Annotated.of(round.getElementsAnnotatedWithAny(ours.toArray(new TypeElement[0])));
  }

  private void refuse(List<TypeElement> late) {
    List<Problem> problems = new ArrayList<>();
    for (TypeElement entity : late) {
      problems.add(
          Problem.of(
              Message.ENTITY_TOO_LATE, Place.of(entity), entity.getQualifiedName().toString()));
    }
    reporter.print(problems);
  }

  private void read(boolean lastRound) {
    mistakes.forEach(reporter::print);
    mistakes.clear();
    Schema kept = kept();
    reading = reader.read(annotated, kept, lastRound);
    if (!filesBroken) {
      reporter.print(reading.problems());
    }
    if (!lastRound && options.seeds() && reading.model().isPresent()) {
      writeSeeds(reading.model().get(), files.owners(kept));
    }
  }

  private void writeSeeds(Model model, List<ClassName> others) {
    if (model.entities().isEmpty()) {
      return;
    }
    seedsWritten = true;
    try {
      seeds.write(model, others, annotated.entities());
    } catch (IOException e) {
      reporter.print(Notice.of(Message.SEEDS_UNWRITABLE, String.valueOf(e.getMessage())));
    }
  }

  /** Files that can't be read are reported once; what follows from that alone isn't. */
  private Schema kept() {
    if (options.mode() == Mode.OFF || annotated.entities().isEmpty() || filesBroken) {
      return Schema.EMPTY;
    }
    try {
      return files.kept(annotated.entities());
    } catch (FileProblem problem) {
      reporter.print(problem.notice());
      filesBroken = true;
      return Schema.EMPTY;
    }
  }

  private void finish(RoundEnvironment round) {
    if (!reading.deferred().isEmpty()) {
      read(true);
    }
    boolean clean = !round.errorRaised() && !filesBroken && reading.model().isPresent();
    if (clean && !annotated.entities().isEmpty() && options.mode() != Mode.OFF) {
      write(reading.model().get());
    }
  }

  private void write(Model model) {
    reporter.print(Limitations.of(model, annotated.entities(), elements));
    try {
      files.write(model, annotated.entities());
    } catch (FileProblem problem) {
      reporter.print(problem.notice());
    }
  }
}
