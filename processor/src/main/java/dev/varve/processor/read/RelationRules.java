package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.ValueSource;

/** What relations may ask for, once their columns are known. */
final class RelationRules {
  private final Problems problems;

  RelationRules(Problems problems) {
    this.problems = problems;
  }

  /** Checks the relations of a table whose columns have their defaults. */
  void check(TableDraft draft) {
    for (DraftRelation relation : draft.relations) {
      ForeignKey key = relation.binding().key();
      check(draft, relation, "onDelete", key.onDelete());
      check(draft, relation, "onUpdate", key.onUpdate());
      misplaced(relation.site(), relation.mark(), relation.display(), "table");
    }
    for (DraftJunction junction : draft.junctions) {
      check(junction, "onDelete");
      check(junction, "onUpdate");
      Component component = junction.component();
      misplaced(component.site(), junction.mark(), component.display(), "column");
    }
  }

  private void check(TableDraft draft, DraftRelation relation, String event, Action action) {
    boolean nullable = true;
    boolean hasDefault = true;
    for (String name : relation.binding().key().columns()) {
      DraftColumn column = draft.column(name);
      nullable &= column != null && column.column().nullable();
      hasDefault &= column != null && column.column().source() instanceof ValueSource.Default;
    }
    if (action == Action.SET_NULL && !nullable || action == Action.SET_DEFAULT && !hasDefault) {
      problems.add(
          action == Action.SET_NULL
              ? Message.SET_NULL_NOT_NULL
              : Message.SET_DEFAULT_WITHOUT_DEFAULT,
          relation.site().place(relation.mark(), event),
          relation.display(),
          event);
    }
  }

  private void check(DraftJunction junction, String event) {
    String action = junction.mark().constant(event);
    if (action.equals("SET_NULL") || action.equals("SET_DEFAULT")) {
      Component component = junction.component();
      problems.add(
          Message.JUNCTION_ACTION,
          component.site().place(junction.mark(), event),
          component.display(),
          event,
          action);
    }
  }

  private void misplaced(Site site, Mark mark, String display, String value) {
    if (mark.has(value)) {
      String reason =
          value.equals("table")
              ? "only a collection has a table of its own; remove it"
              : "a collection has no column; remove it, or name the table";
      problems.add(
          Message.MISPLACED_RELATION_VALUE, site.place(mark, value), value, display, reason);
    }
  }
}
