package dev.varve.project;

import dev.varve.schema.plan.Versions;
import java.util.Optional;

/**
 * How files are brought up to date.
 *
 * @param mode what is done with them
 * @param name what the draft is called; empty: that is derived from the changes
 * @param seal the name to seal the drafts under; empty: they aren't sealed
 * @param timestamp the version of a new migration; empty: the UTC second
 * @param versions the oldest servers that migrations have to run on
 */
public record WriteOptions(
    Mode mode,
    Optional<String> name,
    Optional<String> seal,
    Optional<String> timestamp,
    Versions versions) {
  /** What is done with files. */
  public enum Mode {
    /** What differs is written. */
    GENERATE,
    /** Nothing is changed, and it's an error if anything differs or isn't sealed. */
    CHECK,
    /** What a merge of two branches left is put together, then what differs is written. */
    REPAIR
  }
}
