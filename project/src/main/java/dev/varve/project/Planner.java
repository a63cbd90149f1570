package dev.varve.project;

import dev.varve.schema.Dialect;
import dev.varve.schema.change.Evolution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what a directory shall hold, from what it holds and what the records say. */
final class Planner {
  private final Layout layout;
  private final WriteOptions options;
  private final Outlook outlook;
  private final DraftVersions versions;
  private final DraftNames names;

  Planner(Layout layout, WriteOptions options, Outlook outlook) {
    this.layout = layout;
    this.options = options;
    this.outlook = outlook;
    this.versions = DraftVersions.of(outlook.stored().migrations().values(), options.timestamp());
    this.names = new DraftNames(options, versions.generated());
  }

  /** The files that follow from the records. */
  Plan plan() throws FileProblem {
    Map<Dialect, WantedMigrations> wanted = new EnumMap<>(Dialect.class);
    Map<Dialect, String> schemas = new EnumMap<>(Dialect.class);
    List<Path> edited = new ArrayList<>();
    for (Map.Entry<Dialect, Optional<Evolution>> way : outlook.ways().entrySet()) {
      Dialect dialect = way.getKey();
      StoredMigrations stored = outlook.stored().migrations().get(dialect);
      DialectPlanner planner = new DialectPlanner(layout, dialect, stored, versions);
      wanted.put(dialect, planner.wanted(drafts(dialect, way.getValue())));
      edited.addAll(planner.edited());
      schemas.put(dialect, outlook.rendering().scripts(dialect).schema());
    }
    Plan plan =
        new Plan(
            layout,
            outlook.rendering().json(),
            outlook.stored().repairedSnapshot(),
            schemas,
            outlook.stored().migrations(),
            wanted,
            edited,
            Leftovers.of(layout, outlook.stored()),
            false);
    boolean drafts = !plan.generated().isEmpty() || !plan.byHand().isEmpty();
    return options.seal().isPresent() && drafts ? plan.sealed(options.seal()) : plan;
  }

  private List<Draft> drafts(Dialect dialect, Optional<Evolution> way) {
    List<RenderedMigration> rendered = outlook.rendering().scripts(dialect).migrations();
    List<Draft> drafts = new ArrayList<>(rendered.size());
    for (int i = 0; i < rendered.size(); i++) {
      RenderedMigration one = rendered.get(i);
      drafts.add(
          Draft.of(names.of(way, one.phase(), i, rendered.size()), one, dialect, layout.name()));
    }
    return drafts;
  }
}
