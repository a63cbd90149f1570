package dev.varve.processor.write;

import dev.varve.processor.Message;
import dev.varve.processor.Notice;
import dev.varve.processor.Options;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that are being rendered, to be written when it is sure that nothing is wrong. */
public final class PendingWrite {
  private final Layout layout;
  private final Options options;
  private final DirectoryReader reader;
  private final Set<Dialect> dialects;
  private final Merge merge;
  private Rendering rendering;

  PendingWrite(
      Layout layout,
      Options options,
      DirectoryReader reader,
      Set<Dialect> dialects,
      Merge merge,
      Rendering rendering) {
    this.layout = layout;
    this.options = options;
    this.reader = reader;
    this.dialects = dialects;
    this.merge = merge;
    this.rendering = rendering;
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
          case GENERATE -> generate();
          case CHECK -> check();
          case OFF -> throw new IllegalStateException("mode off writes nothing");
        };
    return new Written(plan.resources(database), notices(plan));
  }

  private Plan check() throws FileProblem {
    Plan plan = plan();
    List<Path> drafts = plan.drafts();
    if (!drafts.isEmpty()) {
      throw new FileProblem(Message.NOT_SEALED, names(drafts), layout.directory().toString());
    }
    List<Path> stale = differing(plan.batch());
    if (!stale.isEmpty()) {
      throw new FileProblem(Message.FILES_STALE, names(stale));
    }
    return plan;
  }

  /**
   * Looks without the lock first: most compilations change nothing, and then the directory need not
   * be writable. If anything is to be done or seems wrong, another compiler may be about to change
   * it, so all is done again under the lock.
   */
  private Plan generate() throws FileProblem {
    Optional<FileProblem> problem = Optional.empty();
    try {
      Plan plan = plan();
      if (differing(plan.batch()).isEmpty()) {
        return plan;
      }
    } catch (FileProblem seen) {
      problem = Optional.of(seen);
    }
    try {
      return LockedDirectory.in(layout.directory(), this::generateAlone);
    } catch (IOException e) {
      throw problem.orElse(unwritable(e));
    }
  }

  private FileProblem unwritable(IOException e) {
    String consequence = "nothing was changed";
    for (Throwable second : e.getSuppressed()) {
      consequence = "undoing it failed too (" + second + "), restore it from version control";
    }
    return new FileProblem(
        Message.FILES_UNWRITABLE,
        layout.directory().toString(),
        DirectoryReader.reason(e),
        consequence);
  }

  private Plan generateAlone() throws FileProblem, IOException {
    Plan plan = plan();
    plan.batch().commit();
    return plan;
  }

  private Plan plan() throws FileProblem {
    StoredDatabase stored = reader.read(dialects);
    Schema schema = merge.apply(stored.model());
    if (!rendering.schema().equals(schema)) {
      rendering = new Rendering(schema, dialects);
    }
    return new Planner(layout, options, stored, rendering).plan();
  }

  private List<Path> differing(FileBatch batch) throws FileProblem {
    try {
      return batch.differing();
    } catch (IOException e) {
      throw new FileProblem(
          Message.FILE_UNREADABLE, layout.directory().toString(), DirectoryReader.reason(e));
    }
  }

  private List<Notice> notices(Plan plan) {
    List<Notice> notices = new ArrayList<>();
    for (Path edited : plan.edited()) {
      notices.add(Notice.of(Message.DRAFT_EDITED, edited.toString()));
    }
    for (Path kept : plan.leftovers().kept()) {
      notices.add(Notice.of(Message.DIALECT_DROPPED, kept.toString()));
    }
    if (options.seal().isPresent() && !plan.seals()) {
      notices.add(Notice.of(Message.NOTHING_TO_SEAL));
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
