package dev.varve.processor.read;

import dev.varve.schema.EnumType;
import dev.varve.schema.Schema;
import java.util.List;

/** What all tables together must be: the last stage before the model is made. */
final class SchemaRules {
  private final Settings settings;
  private final Kept kept;
  private final Problems problems;

  SchemaRules(Settings settings, Kept kept, Problems problems) {
    this.settings = settings;
    this.kept = kept;
    this.problems = problems;
  }

  /** Checks all that needs more than one table to be known. */
  void check(List<TableDraft> drafts, EnumTypes enums, Schema schema) {
    NameRules names = new NameRules(settings, problems);
    for (TableDraft draft : drafts) {
      names.check(draft);
    }
    for (Placed<EnumType> type : enums.placed()) {
      names.check(type);
    }
    new ClashRules(settings.dialects(), problems).check(drafts, enums.placed(), schema, kept);
    CycleRules cycles = new CycleRules(problems);
    cycles.check(drafts, kept);
    if (!problems.hasErrors()) {
      new LimitationRules(settings.dialects(), problems).check(drafts, enums.placed(), schema);
    }
  }
}
