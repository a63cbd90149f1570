package dev.varve.cli;

import dev.varve.runtime.Direction;
import dev.varve.runtime.MigrationPlan;
import dev.varve.runtime.MigrationPlan.Run;
import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Directives;
import dev.varve.runtime.format.Directives.HazardNote;
import dev.varve.runtime.format.MigrationName;
import java.util.ArrayList;
import java.util.List;

/** Finds the data that scripts take away, by what their comments say. */
final class Losses {
  /** The family of hazards that destroy something. */
  private static final String FAMILY = "DS";

  private final Project project;
  private final String database;
  private final List<String> losses = new ArrayList<>();

  private Losses(Project project, String database) {
    this.project = project;
    this.database = database;
  }

  /** What these steps of a plan take away, a line each. */
  static List<String> of(MigrationPlan plan, List<Run> steps, Project project) {
    Losses losses = new Losses(project, plan.database());
    for (Run step : steps) {
      if (step.direction() == Direction.UP) {
        losses.addScript(step.migration(), step.migration().upFile());
      } else {
        losses.add(step.migration(), "what this draft has made, with the rows in it");
      }
    }
    return losses.losses;
  }

  /** What a way back takes away, a line each. */
  static List<String> ofReverting(MigrationPlan plan, Project project) {
    Losses losses = new Losses(project, plan.database());
    for (Run step : plan.steps()) {
      step.destroys().forEach(lost -> losses.add(step.migration(), lost.toString()));
      if (step.destroys().isEmpty() && !step.draft()) {
        losses.addScript(step.migration(), step.migration().downFile());
      }
    }
    return losses.losses;
  }

  private void addScript(MigrationName migration, String file) {
    Directives directives = project.directives(database, file);
    for (Destructive destructive : directives.destructive()) {
      add(migration, destructive.toString());
    }
    for (HazardNote hazard : directives.hazards()) {
      if (directives.destructive().isEmpty() && hazard.code().startsWith(FAMILY)) {
        add(migration, hazard.code() + ' ' + hazard.sentence());
      }
    }
  }

  private void add(MigrationName migration, String what) {
    losses.add(migration + ": " + what);
  }
}
