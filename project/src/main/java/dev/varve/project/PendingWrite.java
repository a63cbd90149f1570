package dev.varve.project;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.schema.change.Comparison;
import dev.varve.schema.plan.Hazard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that are being rendered, to be written when it is sure that nothing is wrong. */
public final class PendingWrite {
  private final Layout layout;
  private final WriteOptions options;
  private final Outlooks outlooks;

  PendingWrite(Layout layout, WriteOptions options, Outlooks outlooks) {
    this.layout = layout;
    this.options = options;
    this.outlooks = outlooks;
  }

  /**
   * What came of comparing what is sealed with what the records say; empty if nothing is sealed.
   */
  public Optional<Comparison> comparison() {
    return outlooks.last().comparison();
  }

  /**
   * What may go wrong with the migrations, each thing once. It waits for them, and there must be no
   * questions.
   */
  public Set<Hazard> hazards() {
    return outlooks.last().rendering().hazards();
  }

  /**
   * Makes all files as they shall be, or in a check makes sure that they are.
   *
   * @param database the database's name
   * @throws FileProblem if something is wrong with the files; then none of them was changed
   */
  public Written write(String database) throws FileProblem {
    Plan plan =
        switch (options.mode()) {
          case GENERATE, REPAIR -> generate(database);
          case CHECK -> check(database);
        };
    return new Written(plan.resources(database), notices(plan));
  }

  private Plan check(String database) throws FileProblem {
    Plan plan = plan(outlooks.last(), database);
    List<Path> byHand = plan.byHand();
    List<Path> drafts = plan.generated();
    if (!drafts.isEmpty()) {
      drafts.addAll(byHand);
      throw new FileProblem(
          FileMessage.NOT_SEALED, changes(), names(drafts), layout.directory().toString());
    }
    if (!byHand.isEmpty()) {
      throw new FileProblem(
          FileMessage.BY_HAND_NOT_SEALED, names(byHand), layout.directory().toString());
    }
    List<Path> stale = differing(plan.batch());
    if (!stale.isEmpty()) {
      throw new FileProblem(FileMessage.FILES_STALE, names(stale));
    }
    return plan;
  }

  /**
   * Looks without the lock first: most compilations change nothing, and then the directory need not
   * be writable. If anything is to be done or seems wrong, another compiler may be about to change
   * it, so all is done again under the lock.
   */
  private Plan generate(String database) throws FileProblem {
    Optional<FileProblem> problem = Optional.empty();
    try {
      Plan plan = plan(outlooks.last(), database);
      if (differing(plan.batch()).isEmpty()) {
        return plan;
      }
    } catch (FileProblem seen) {
      problem = Optional.of(seen);
    }
    try {
      return LockedDirectory.in(layout, () -> generateAlone(database));
    } catch (IOException e) {
      throw problem.orElse(LockedDirectory.unwritable(layout.directory(), e));
    }
  }

  private Plan generateAlone(String database) throws FileProblem, IOException {
    Plan plan = plan(outlooks.again(), database);
    plan.batch().commit();
    return plan;
  }

  private Plan plan(Outlook outlook, String database) throws FileProblem {
    if (outlook.hasQuestions()) {
      // They weren't there when problems could still be reported at their places.
      throw new FileProblem(FileMessage.FILES_CHANGED, layout.directory().toString());
    }
    return new Planner(layout, options, outlook).plan().named(database);
  }

  private String changes() {
    return comparison()
        .map(comparison -> comparison.evolution().changes())
        .filter(changes -> !changes.isEmpty())
        .map(changes -> " (" + ChangeWords.of(changes) + ")")
        .orElse("");
  }

  private List<Path> differing(FileBatch batch) throws FileProblem {
    try {
      return batch.differing();
    } catch (IOException e) {
      throw new FileProblem(
          FileMessage.FILE_UNREADABLE, layout.directory().toString(), DirectoryReader.reason(e));
    }
  }

  private List<Notice> notices(Plan plan) {
    List<Notice> notices = new ArrayList<>();
    for (Path edited : plan.edited()) {
      notices.add(Notice.of(FileMessage.DRAFT_EDITED, edited.toString()));
    }
    for (Path moved : plan.moved()) {
      notices.add(Notice.of(FileMessage.DRAFT_MOVED, moved.toString()));
    }
    for (Path kept : plan.leftovers().kept()) {
      notices.add(Notice.of(FileMessage.DIALECT_DROPPED, kept.toString()));
    }
    if (options.mode() == Mode.REPAIR) {
      notices.add(
          Notice.of(
              outlooks.last().stored().isRepaired()
                  ? FileMessage.REPAIRED
                  : FileMessage.NOTHING_TO_REPAIR,
              layout.directory().toString()));
    }
    if (options.seal().isPresent() && !plan.seals()) {
      notices.add(Notice.of(FileMessage.NOTHING_TO_SEAL));
    }
    return notices;
  }

  private static String names(List<Path> files) {
    List<String> names = new ArrayList<>(files.size());
    for (Path file : files) {
      names.add(file.toString());
    }
    return String.join(", ", names);
  }
}
