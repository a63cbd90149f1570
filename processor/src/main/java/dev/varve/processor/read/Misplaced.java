package dev.varve.processor.read;

import dev.varve.processor.Message;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Finds annotations where they mean nothing. */
final class Misplaced {
  private static final String AS_COMPONENT = "write it on a component of an @Entity record";
  private static final String ADD_ENTITY = "write @Entity before it, or remove the annotation";

  private static final Set<MarkKind> IN_VALUE_RECORDS =
      Set.of(MarkKind.COLUMN, MarkKind.CHECK, MarkKind.ENUMERATED);

  private static final Set<MarkKind> NOT_FOR_JUNCTIONS =
      Set.of(
          MarkKind.ID,
          MarkKind.COLUMN,
          MarkKind.UNIQUE,
          MarkKind.INDEX,
          MarkKind.CHECK,
          MarkKind.DEFAULT,
          MarkKind.COMPUTED,
          MarkKind.BACKFILL,
          MarkKind.NULLABLE);

  private static final Set<MarkKind> FOREIGN = Set.of(MarkKind.NULLABLE, MarkKind.CONSTRAINT);

  private final MarkReader marks;
  private final RecordReader records;
  private final EvolutionRules evolution;
  private final Problems problems;

  Misplaced(MarkReader marks, RecordReader records, EvolutionRules evolution, Problems problems) {
    this.marks = marks;
    this.records = records;
    this.evolution = evolution;
    this.problems = problems;
  }

  /** Checks the components of a table that has been read, and the record's static fields. */
  void check(TableDraft draft) {
    for (Mark mark : draft.entity().site().marks().each(MarkKind.ENUMERATED)) {
      add(draft.entity().site(), mark, draft.display(), "a record", "remove it");
    }
    for (Element field : draft.entity().staticFields()) {
      field(field);
    }
    for (DraftJunction junction : draft.junctions) {
      junction(junction.component());
    }
    for (DraftColumn column : draft.columns()) {
      valueRecords(column);
    }
    for (DraftComponent component : draft.components()) {
      if (component.columns().size() > 1) {
        several(component.component());
      }
    }
  }

  /** One expression can't be the default of several columns. */
  private void several(Component component) {
    for (Mark mark : component.site().marks().each(MarkKind.DEFAULT)) {
      if (!component.has(MarkKind.EMBEDDED)) {
        add(
            component.site(),
            mark,
            component.display(),
            "stored in several columns",
            "remove it, or refer by single columns with @Relation on the record");
      }
    }
  }

  private void junction(Component component) {
    if (component.optional()) {
      problems.add(
          Message.MISPLACED,
          component.site().place(),
          "Optional",
          component.display(),
          "stored in a junction table, not in a column",
          "write the collection itself; it is empty where there are no rows");
    }
    for (Mark mark : component.site().marks().all()) {
      if (NOT_FOR_JUNCTIONS.contains(mark.kind())) {
        add(
            component.site(),
            mark,
            component.display(),
            "stored in a junction table, not in a column",
            "remove it");
      }
    }
  }

  private void valueRecords(DraftColumn column) {
    List<Site> sites = column.sites();
    for (int i = 1; i < sites.size(); i++) {
      Site site = sites.get(i);
      for (Mark mark : site.marks().all()) {
        boolean name = mark.kind() == MarkKind.COLUMN && mark.has("name");
        if (name || !IN_VALUE_RECORDS.contains(mark.kind()) && !FOREIGN.contains(mark.kind())) {
          add(
              site,
              mark,
              display(site.element()),
              "the component of a value record, which may stand in many tables",
              "write it on the component that uses the record");
        }
      }
    }
  }

  /**
   * Checks a type that is no entity.
   *
   * @param allKnown whether all entities are in this compilation, so that a record that none of
   *     them uses is used by none
   */
  void check(TypeElement type, boolean allKnown) {
    Site site = new Site(type, marks.read(type));
    boolean isEnum = type.getKind() == ElementKind.ENUM;
    for (Mark mark : site.marks().all()) {
      boolean allowed =
          FOREIGN.contains(mark.kind())
              || mark.kind() == MarkKind.DATABASE
              || isEnum && (mark.kind() == MarkKind.REMOVED || mark.kind() == MarkKind.ENUMERATED);
      if (!allowed) {
        add(site, mark, display(type), "no entity", ADD_ENTITY);
      }
    }
    if (isEnum) {
      evolution.checkEnum(type, site);
    }
    if (type.getKind() == ElementKind.RECORD) {
      record(records.wasRead(type), records.read(type), allKnown);
    } else {
      fields(type);
    }
  }

  private void record(boolean used, RecordDeclaration record, boolean allKnown) {
    for (Element field : record.staticFields()) {
      field(field);
    }
    for (Component component : record.components()) {
      for (Mark mark : component.site().marks().all()) {
        boolean entityOnly = mark.kind() == MarkKind.ID || mark.kind() == MarkKind.RELATION;
        if (!used && !FOREIGN.contains(mark.kind()) && (entityOnly || allKnown)) {
          add(
              component.site(),
              mark,
              component.display(),
              "a component of \"" + record.simpleName() + "\", which is no entity",
              "write @Entity before that record, or remove the annotation");
        }
      }
    }
  }

  private void fields(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        constant(member);
      } else if (member.getKind() == ElementKind.FIELD) {
        field(member);
      }
    }
  }

  private void constant(Element constant) {
    Site site = new Site(constant, marks.read(constant));
    for (Mark mark : site.marks().all()) {
      if (mark.kind() != MarkKind.RENAMED && !FOREIGN.contains(mark.kind())) {
        add(site, mark, display(constant), "a constant of an enum", AS_COMPONENT);
      }
    }
  }

  private void field(Element field) {
    Site site = new Site(field, marks.read(field));
    for (Mark mark : site.marks().all()) {
      if (!FOREIGN.contains(mark.kind())) {
        add(site, mark, display(field), "a field", AS_COMPONENT);
      }
    }
  }

  private static String display(Element element) {
    String own = element.getSimpleName().toString();
    return element instanceof TypeElement
        ? own
        : element.getEnclosingElement().getSimpleName().toString() + '.' + own;
  }

  private void add(Site site, Mark mark, String display, String what, String wayOut) {
    problems.add(Message.MISPLACED, site.place(mark), mark.display(), display, what, wayOut);
  }
}
