package dev.varve.project;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Keeps the directory of a database as its records say. */
public final class DatabaseWriter {
  private final Layout layout;
  private final WriteOptions options;
  private final DirectoryReader reader;

  /**
   * A writer for one compilation.
   *
   * @param directory the directory; it need not exist
   */
  public DatabaseWriter(Path directory, WriteOptions options) {
    this(new Layout(directory), options);
  }

  DatabaseWriter(Layout layout, WriteOptions options) {
    this.layout = layout;
    this.options = options;
    this.reader = new DirectoryReader(layout);
  }

  /**
   * What the records said when the files were last written; empty before the first time.
   *
   * @throws FileProblem if that can't be read
   */
  public Optional<Schema> model() throws FileProblem {
    settle();
    return reader.model();
  }

  /**
   * Compares what the records say with what is sealed, and starts to render what follows.
   *
   * @param dialects the dialects to write for
   * @param merge from what the records said when the files were last written to what they say now;
   *     it's asked again if the files have changed before they are written
   * @param agreed what the annotations say of the way from what is sealed
   * @throws FileProblem if the files aren't in order
   */
  public PendingWrite prepare(Set<Dialect> dialects, Merge merge, Agreed agreed)
      throws FileProblem {
    settle();
    Outlooks outlooks = new Outlooks(layout, options, reader, dialects, merge, agreed);
    return new PendingWrite(layout, options, outlooks);
  }

  /** In a check nothing is changed, not even to finish what was interrupted. */
  private void settle() throws FileProblem {
    if (options.mode() != Mode.CHECK) {
      LockedDirectory.settle(layout);
    } else if (Files.exists(Journal.file(layout.directory()))) {
      throw new FileProblem(
          FileMessage.UNSETTLED,
          layout.directory().toString(),
          Journal.file(layout.directory()).toString());
    }
  }
}
