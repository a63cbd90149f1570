package dev.varve.project;

import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.plan.Migration.Phase;
import java.util.Optional;

/**
 * What drafts are called.
 *
 * @param options what they shall be called, if somebody said so
 * @param version the first one's version, the same for all dialects
 */
record DraftNames(WriteOptions options, String version) {
  private static final String FIRST = "init_schema";

  /**
   * The name of one of a dialect's drafts.
   *
   * @param way what it is for; empty: it makes the whole schema
   * @param phase its phase
   * @param index its place among them, from 0
   * @param count how many there are
   */
  MigrationName of(Optional<Evolution> way, Phase phase, int index, int count) {
    String base =
        options
            .seal()
            .or(options::name)
            .orElseGet(() -> way.map(one -> ChangeNames.of(one.changes())).orElse(FIRST));
    return new MigrationName(
        DraftVersions.plus(version, index), count > 1 ? base + phase.suffix() : base);
  }

  /**
   * The name under which a draft of a person is sealed.
   *
   * @param given its name so far, which tells its phase
   * @param count how many there are
   */
  static MigrationName sealed(MigrationName given, String name, int count) {
    String suffix = "";
    for (Phase phase : Phase.values()) {
      if (count > 1 && !phase.suffix().isEmpty() && given.name().endsWith(phase.suffix())) {
        suffix = phase.suffix();
      }
    }
    boolean done = given.name().equals(name + suffix);
    return done ? given : new MigrationName(given.version(), name + suffix);
  }
}
