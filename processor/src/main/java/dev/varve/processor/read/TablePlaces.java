package dev.varve.processor.read;

import dev.varve.processor.Place;

/** Where tables and columns are named, else what they are named after. */
final class TablePlaces {
  private TablePlaces() {}

  /** Where the name of an entity's table stands. */
  static Place name(TableDraft draft) {
    return value(draft.entity().site(), MarkKind.ENTITY, "table");
  }

  /** Where the schema of an entity's table stands. */
  static Place schema(TableDraft draft) {
    return value(draft.entity().site(), MarkKind.ENTITY, "schema");
  }

  /** Where the name of a junction table stands. */
  static Place name(DraftJunction junction) {
    return value(junction.component().site(), MarkKind.RELATION, "table");
  }

  /** Where the name of a component's column stands. */
  static Place name(Component component) {
    Site site = component.site();
    Mark relation = site.marks().first(MarkKind.RELATION);
    return relation != null && relation.has("column")
        ? site.place(relation, "column")
        : value(site, MarkKind.COLUMN, "name");
  }

  private static Place value(Site site, MarkKind kind, String value) {
    Mark mark = site.marks().first(kind);
    return mark != null && mark.has(value) ? site.place(mark, value) : site.place();
  }
}
