package dev.varve.processor;

import dev.varve.processor.read.Annotated;
import dev.varve.processor.read.EntityReader;
import dev.varve.processor.read.Model;
import dev.varve.processor.read.Reading;
import dev.varve.processor.seed.SeedWriter;
import dev.varve.project.Agreed;
import dev.varve.project.Notice;
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
 * be read: in the last one javac would warn. They are written when a source names them, else in the
 * last round. Files are written in the last round, and only if nobody reported an error.
 */
final class Compilation {
  private static final String PACKAGE = "dev.varve";

  private final Reporter reporter;
  private final Options options;
  private final List<Notice> mistakes = new ArrayList<>();
  private final EntityReader reader;
  private final SeedWriter seeds;
  private final SeedMentions mentions;
  private final KnownEntities known;
  private final DatabaseFiles files;
  private Annotated annotated = Annotated.NONE;
  private Reading reading = new Reading(Optional.empty(), List.of(), List.of());
  private boolean seedsCreated;

  Compilation(ProcessingEnvironment environment) {
    Elements elements = environment.getElementUtils();
    reporter = new Reporter(environment);
    options = Options.parse(environment.getOptions(), mistakes);
    reader = new EntityReader(environment);
    known = new KnownEntities(elements);
    seeds = new SeedWriter(environment.getFiler(), elements);
    mentions = new SeedMentions(SourceTrees.of(environment));
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
    if (seedsCreated) {
      refuse(found.entities());
    } else if (waiting || !found.isEmpty()) {
      read(false);
    }
    if (options.seeds()) {
      mentions.add(round.getRootElements());
      if (mentions.any(seeds.pending())) {
        seeds(seeds::write);
      }
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
    PartialCompilation partial = known.partial(annotated.entities());
    Schema kept = annotated.entities().isEmpty() ? Schema.EMPTY : files.kept(partial);
    reading = reader.read(annotated, kept, lastRound);
    // What files that can't be read have hidden would look like mistakes in the records.
    if (!files.areBroken()) {
      reporter.print(reading.problems());
    }
    if (reading.model().isPresent() && !annotated.entities().isEmpty()) {
      prepare(reading.model().get(), partial);
      if (options.seeds() && !lastRound && seeds.engineExists()) {
        seedsCreated = true;
        createSeeds(reading.model().get(), kept);
      }
    }
  }

  private void prepare(Model model, PartialCompilation partial) {
    Agreed agreed =
        (snapshot, schema) ->
            model
                .past()
                .plus(reader.past(annotated, partial.changedOthers(snapshot, schema), schema))
                .agreements();
    reporter.print(files.prepare(model, partial, agreed));
  }

  private void createSeeds(Model model, Schema kept) {
    SeedWriter.Others others =
        new SeedWriter.Others(known.owners(kept), known.referring(kept, model.schema()));
    seeds(() -> seeds.create(model, others, annotated.entities()));
  }

  private void seeds(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      reporter.print(Notice.of(Message.SEEDS_UNWRITABLE, String.valueOf(e.getMessage())));
    }
  }

  private void explainMissingSeeds() {
    if (options.seeds() && !seedsCreated && reading.model().isPresent()) {
      String name = reading.model().get().databaseName() + "Seed";
      if (mentions.names(name) && !seeds.engineExists()) {
        reporter.print(Notice.of(Message.SEED_ENGINE_MISSING, name));
      }
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private void finish(RoundEnvironment round) {
    seeds(seeds::write);
    explainMissingSeeds();
    if (!reading.deferred().isEmpty()) {
      read(true);
    }
    if (!round.errorRaised() && reading.model().isPresent() && !annotated.entities().isEmpty()) {
      files.write(reading.model().get().databaseName(), annotated.entities());
    }
  }
}
