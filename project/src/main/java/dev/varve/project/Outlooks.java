package dev.varve.project;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.io.IOException;
import java.util.Set;

/** Looks into a directory, and again when it may have changed. */
final class Outlooks {
  private final Layout layout;
  private final WriteOptions options;
  private final DirectoryReader reader;
  private final Set<Dialect> dialects;
  private final Merge merge;
  private final Agreed agreed;
  private Outlook last;

  Outlooks(
      Layout layout,
      WriteOptions options,
      DirectoryReader reader,
      Set<Dialect> dialects,
      Merge merge,
      Agreed agreed)
      throws FileProblem {
    this.layout = layout;
    this.options = options;
    this.reader = reader;
    this.dialects = dialects;
    this.merge = merge;
    this.agreed = agreed;
    this.last = first();
  }

  /** What was seen last. */
  Outlook last() {
    return last;
  }

  /** Looks again; what follows is rendered anew only if it follows from something else. */
  Outlook again() throws FileProblem {
    if (options.mode() == Mode.REPAIR) {
      last = look();
      return last;
    }
    StoredDatabase stored = reader.read(dialects);
    Schema schema = merge.apply(stored.model());
    last = last.isFor(stored, schema) ? last.with(stored) : outlook(stored, schema);
    return last;
  }

  /** What seems wrong may be what another compiler is about to write: then wait for it. */
  private Outlook first() throws FileProblem {
    try {
      return look();
    } catch (FileProblem seen) {
      if (options.mode() == Mode.CHECK) {
        throw seen;
      }
      try {
        return LockedDirectory.in(layout, this::look);
      } catch (IOException unwritable) {
        throw seen;
      }
    }
  }

  private Outlook look() throws FileProblem {
    Repair repair = new Repair(layout, reader);
    if (options.mode() == Mode.REPAIR && repair.isNeeded(dialects)) {
      Schema schema = merge.apply(reader.model());
      return outlook(repair.repaired(dialects, schema), schema);
    }
    StoredDatabase stored = reader.read(dialects);
    return outlook(stored, merge.apply(stored.model()));
  }

  private Outlook outlook(StoredDatabase stored, Schema schema) throws FileProblem {
    return Outlook.of(layout, stored, schema, agreed, options.versions());
  }
}
