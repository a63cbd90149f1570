package dev.varve.processor.read;

import dev.varve.processor.Place;
import dev.varve.schema.Check;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the objects of a schema come from. It takes its time, and is made only for problems. */
final class ObjectPlaces {
  private final Map<String, Place> places = new HashMap<>();

  ObjectPlaces(List<TableDraft> drafts, List<Placed<EnumType>> enums) {
    for (TableDraft draft : drafts) {
      note(draft);
    }
    for (Placed<EnumType> type : enums) {
      QualifiedName name = type.value().name();
      note("enum type", name, name.name(), type.place());
    }
  }

  /** Where an object of that kind comes from, or null. */
  @Nullable Place of(String kind, QualifiedName table, String name) {
    return places.get(kind + ' ' + table + ' ' + name);
  }

  /** Where an object of a table comes from, whatever it is; else the table; else null. */
  @Nullable Place of(QualifiedName table, String name) {
    for (String kind : List.of("column", "index", "unique key", "check", "primary key")) {
      Place place = of(kind, table, name);
      if (place != null) {
        return place;
      }
    }
    return of("table", table, table.name());
  }

  private void note(TableDraft draft) {
    QualifiedName table = draft.name();
    note("table", table, table.name(), TablePlaces.name(draft));
    note("primary key", table, Names.primaryKey(table), TablePlaces.name(draft));
    for (DraftColumn column : draft.columns()) {
      note("column", table, column.name(), TablePlaces.name(column.component()));
    }
    for (Placed<UniqueKey> key : draft.uniqueKeys) {
      note("unique key", table, key.value().name(), key.place());
    }
    for (Placed<Index> index : draft.indexes) {
      note("index", table, index.value().name(), index.place());
    }
    for (Placed<Check> check : draft.checks) {
      note("check", table, check.value().name(), check.place());
    }
    for (DraftJunction junction : draft.junctions) {
      note(junction.binding().table(), TablePlaces.name(junction));
    }
  }

  private void note(Table junction, Place place) {
    note("table", junction.name(), junction.name().name(), place);
    note("primary key", junction.name(), junction.primaryKey().name(), place);
    for (Index index : junction.indexes()) {
      note("index", junction.name(), index.name(), place);
    }
  }

  private void note(String kind, QualifiedName table, String name, Place place) {
    places.putIfAbsent(kind + ' ' + table + ' ' + name, place);
  }
}
