package dev.varve.processor.write;

import dev.varve.processor.Options;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what a directory shall hold, from what it holds and what the records say. */
final class Planner {
  private static final String FIRST = "init_schema";

  private final Layout layout;
  private final Options options;
  private final StoredDatabase stored;
  private final Rendering rendering;

  Planner(Layout layout, Options options, StoredDatabase stored, Rendering rendering) {
    this.layout = layout;
    this.options = options;
    this.stored = stored;
    this.rendering = rendering;
  }

  /** The files that follow from the records. */
  Plan plan() throws FileProblem {
    Map<Dialect, WantedMigrations> wanted = new EnumMap<>(Dialect.class);
    Map<Dialect, String> schemas = new EnumMap<>(Dialect.class);
    List<Path> edited = new ArrayList<>();
    MigrationName name = name();
    for (Map.Entry<Dialect, StoredMigrations> one : stored.migrations().entrySet()) {
      DialectPlanner planner = new DialectPlanner(layout, one.getKey(), one.getValue());
      wanted.put(one.getKey(), planner.wanted(draft(one.getKey(), one.getValue(), name)));
      edited.addAll(planner.edited());
      schemas.put(one.getKey(), rendering.scripts(one.getKey()).schema());
    }
    Plan plan =
        new Plan(
            layout,
            rendering.json(),
            schemas,
            stored.migrations(),
            wanted,
            edited,
            Leftovers.of(layout, stored.dropped()),
            false);
    return options.seal().isPresent() && !plan.drafts().isEmpty()
        ? plan.sealed(options.seal().get())
        : plan;
  }

  private MigrationName name() {
    String name = options.seal().or(options::name).orElse(FIRST);
    return new MigrationName(DraftVersion.of(stored, options.timestamp()), name);
  }

  private Optional<Draft> draft(Dialect dialect, StoredMigrations migrations, MigrationName name)
      throws FileProblem {
    boolean first = migrations.sealed().isEmpty();
    Schema from = first ? Schema.EMPTY : stored.snapshot();
    if (from.equals(rendering.schema())) {
      return Optional.empty();
    }
    if (!first) {
      throw Unplanned.changes(from, rendering.schema());
    }
    return Optional.of(rendering.scripts(dialect).draft(name, layout.name()));
  }
}
