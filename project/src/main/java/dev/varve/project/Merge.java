package dev.varve.project;

import dev.varve.schema.Schema;
import java.util.Optional;

/** Finds what the records say now, of which a compilation may see some only. */
@FunctionalInterface
public interface Merge {
  /**
   * What the records say now.
   *
   * @param stored what they said when the files were last written; empty before the first time
   * @throws FileProblem if the files belong to other records
   */
  Schema apply(Optional<Schema> stored) throws FileProblem;
}
