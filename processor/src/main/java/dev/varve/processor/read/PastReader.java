package dev.varve.processor.read;

import com.palantir.javapoet.ClassName;
import dev.varve.processor.read.FormerNames.SiteMark;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads what annotations say about the past of tables and columns. */
final class PastReader {
  private final FragmentReader fragments;
  private final EnumTypes enums;
  private final EnumPast enumPast;
  private final Problems problems;
  private final List<Clause> clauses = new ArrayList<>();

  PastReader(FragmentReader fragments, EnumTypes enums, MarkReader marks, Problems problems) {
    this.fragments = fragments;
    this.enums = enums;
    this.enumPast = new EnumPast(marks);
    this.problems = problems;
  }

  /** Reads all that is said on entities, on their components and on the enums that they store. */
  Past read(List<TableDraft> drafts) {
    Map<ClassName, TableDraft> byRecord = new HashMap<>();
    for (TableDraft draft : drafts) {
      byRecord.put(draft.entity().className(), draft);
      record(draft);
      for (DraftComponent component : draft.components()) {
        component(draft, component);
      }
    }
    for (TableDraft draft : drafts) {
      for (DraftJunction junction : draft.junctions) {
        clauses.addAll(JunctionPast.of(draft, junction, byRecord));
      }
    }
    KeyPast.addReferring(drafts, clauses);
    clauses.addAll(enumPast.read(enums.enumerations()));
    return new Past(clauses, enums.byColumn(drafts));
  }

  /** Reads the tables whose removal a database agrees to. */
  static List<Clause> removedTables(Element database, MarkReader marks) {
    Site site = new Site(database, marks.read(database));
    Mark mark = site.marks().first(MarkKind.DATABASE);
    List<Clause> clauses = new ArrayList<>();
    List<AnnotationValue> removed = mark == null ? List.of() : mark.list("removed");
    for (int i = 0; i < removed.size(); i++) {
      if (removed.get(i).getValue() instanceof String table && !table.isBlank()) {
        ClauseDraft said = new ClauseDraft();
        said.removedTables.add(table);
        clauses.add(said.clause(site.place(mark, "removed", i), "\"" + table + "\" of @Database"));
      }
    }
    return clauses;
  }

  private void record(TableDraft draft) {
    Site site = draft.entity().site();
    String display = draft.display();
    for (Mark mark : site.marks().all()) {
      switch (mark.kind()) {
        case RENAMED ->
            add(
                site,
                mark,
                display,
                said -> said.renamedTables.put(draft.name(), TablePast.former(draft, mark)));
        case REMOVED -> add(site, mark, display, said -> removed(draft, mark, said));
        case IRREVERSIBLE ->
            add(site, mark, display, said -> irreversible(draft.name(), List.of(""), mark, said));
        default -> {}
      }
    }
  }

  /** A person may write the column's name, or that of the component which is gone or computed. */
  private static void removed(TableDraft draft, Mark mark, ClauseDraft said) {
    String column = mark.text("column");
    said.removedColumns.add(new ColumnName(draft.name(), column));
    said.removedColumns.add(new ColumnName(draft.name(), Names.snakeCase(column)));
    List<String> present = draft.resolve(column);
    if (present != null) {
      present.forEach(one -> said.removedColumns.add(new ColumnName(draft.name(), one)));
    }
  }

  private static void irreversible(
      QualifiedName table, List<String> columns, Mark mark, ClauseDraft said) {
    for (String column : columns) {
      said.irreversible.put(new ColumnName(table, column), mark.text("reason"));
    }
  }

  private void component(TableDraft draft, DraftComponent component) {
    Site site = component.component().site();
    boolean embedded = component.component().has(MarkKind.EMBEDDED);
    if (!embedded && !component.columns().isEmpty()) {
      renamed(draft, component);
    }
    if (site.marks().all().isEmpty()) {
      return;
    }
    String display = component.component().display();
    Set<Dialect> taken = EnumSet.noneOf(Dialect.class);
    for (Mark mark : site.marks().all()) {
      switch (mark.kind()) {
        case BACKFILL ->
            add(site, mark, display, said -> backfill(draft, component, mark, taken, said));
        case IRREVERSIBLE ->
            add(
                site,
                mark,
                display,
                said -> irreversible(draft.name(), component.columns(), mark, said));
        default -> {}
      }
    }
  }

  private void renamed(TableDraft draft, DraftComponent component) {
    if (component.path().indexOf('.') < 0 && !component.component().has(MarkKind.RENAMED)) {
      return;
    }
    FormerNames former = new FormerNames(draft);
    for (SiteMark one : former.marks(component)) {
      add(
          one.site(),
          one.mark(),
          one.display(),
          said -> {
            for (String column : component.columns()) {
              said.renamedColumns.put(
                  new ColumnName(draft.name(), column), former.of(component, column));
            }
          });
    }
  }

  private void backfill(
      TableDraft draft, DraftComponent component, Mark mark, Set<Dialect> taken, ClauseDraft said) {
    Site site = component.component().site();
    Fragment fragment =
        fragments.read(
            draft,
            component,
            site,
            mark,
            "value",
            FragmentKind.BACKFILL,
            Dialects.of(site, mark, taken, problems));
    if (fragment != null && component.columns().size() == 1) {
      said.backfills.put(new ColumnName(draft.name(), component.columns().get(0)), fragment.sql());
    }
  }

  private void add(Site site, Mark mark, String display, Consumer<ClauseDraft> say) {
    ClauseDraft said = new ClauseDraft();
    say.accept(said);
    clauses.add(said.clause(site.place(mark, "from"), mark.display() + " on \"" + display + '"'));
  }
}
