package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.ValueSource;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** What relations may ask for, once their columns are known. */
final class RelationRules {
  private static final String ON_RECORDS = "it is for records; remove it";

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
      misplaced(relation);
    }
    for (DraftJunction junction : draft.junctions) {
      check(junction, "onDelete");
      check(junction, "onUpdate");
      Component component = junction.component();
      misplaced(component.site(), junction.mark(), component.display(), "columns", ON_RECORDS);
      misplaced(
          component.site(),
          junction.mark(),
          component.display(),
          "column",
          "a collection has no column; remove it, or name the table");
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

  private void misplaced(DraftRelation relation) {
    Site site = relation.site();
    Mark mark = relation.mark();
    String display = relation.display();
    String table = "only a collection has a table of its own; remove it";
    misplaced(site, mark, display, "table", table);
    if (site.element() instanceof TypeElement) {
      misplaced(site, mark, display, "column", "the components have columns already; remove it");
      return;
    }
    misplaced(site, mark, display, "columns", ON_RECORDS);
    Mark column = site.marks().first(MarkKind.COLUMN);
    if (relation.binding().key().columns().size() > 1) {
      String several = "the key has several columns; remove it";
      misplaced(site, mark, display, "column", several);
    }
    if (column != null) {
      column(relation, column);
    }
  }

  /** A relation's type is that of the key, its name may be given in one place. */
  private void column(DraftRelation relation, Mark column) {
    Site site = relation.site();
    String target = relation.binding().target().simpleName();
    for (String value : List.of("length", "precision", "scale", "type")) {
      if (column.has(value)) {
        problems.add(
            Message.RELATION_SIZE, site.place(column, value), relation.display(), target, value);
      }
    }
    boolean several = relation.binding().key().columns().size() > 1;
    if (column.has("name") && (several || relation.mark().has("column"))) {
      problems.add(
          Message.MISPLACED_RELATION_VALUE,
          site.place(column, "name"),
          "name",
          relation.display(),
          several
              ? "the key has several columns; remove it"
              : "@Relation names the column already; remove one of them");
    }
  }

  private void misplaced(Site site, Mark mark, String display, String value, String reason) {
    if (mark.has(value)) {
      problems.add(
          Message.MISPLACED_RELATION_VALUE, site.place(mark, value), value, display, reason);
    }
  }
}
