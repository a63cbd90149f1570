package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.schema.Check;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.sql.NameClash;
import dev.varve.schema.sql.NameClash.Owner;
import dev.varve.schema.sql.SchemaScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports things of one name where a database wants different ones. */
final class ClashRules {
  private final Set<Dialect> dialects;
  private final Problems problems;
  private final Set<Place> reported = new HashSet<>();

  ClashRules(Set<Dialect> dialects, Problems problems) {
    this.dialects = dialects;
    this.problems = problems;
  }

  /** Checks all tables and types, with those that are kept. */
  void check(List<TableDraft> drafts, List<Placed<EnumType>> enums, Schema schema, Kept kept) {
    for (TableDraft draft : drafts) {
      constraints(draft);
      indexes(draft);
    }
    if (tablesDiffer(drafts, kept)) {
      Schema all = with(schema, kept.schema());
      for (Dialect dialect : dialects) {
        List<NameClash> clashes = SchemaScript.clashes(all, dialect);
        if (!clashes.isEmpty()) {
          report(clashes, new ObjectPlaces(drafts, enums));
        }
      }
    }
  }

  private static Schema with(Schema schema, Schema kept) {
    if (kept.tables().isEmpty()) {
      return schema;
    }
    List<EnumType> types = new ArrayList<>(schema.enumTypes());
    for (EnumType type : kept.enumTypes()) {
      if (!types.contains(type)) {
        types.add(type);
      }
    }
    List<Table> tables = new ArrayList<>(schema.tables());
    tables.addAll(kept.tables());
    return new Schema(types, tables);
  }

  /** Two tables of one name can't be told apart by it, so they are looked for here. */
  private boolean tablesDiffer(List<TableDraft> drafts, Kept kept) {
    Map<String, String> taken = new HashMap<>();
    for (Table table : kept.schema().tables()) {
      taken.put(table.name().toString(), table.origin());
    }
    int before = problems.size();
    for (TableDraft draft : drafts) {
      Place place = TablePlaces.name(draft);
      table(taken, draft.name(), draft.display(), place, "@Entity(table = \"...\")");
    }
    for (TableDraft draft : drafts) {
      for (DraftJunction junction : draft.junctions) {
        table(
            taken,
            junction.binding().table().name(),
            junction.component().display(),
            TablePlaces.name(junction),
            "@Relation(table = \"...\")");
      }
    }
    return problems.size() == before;
  }

  private void table(
      Map<String, String> taken, QualifiedName name, String display, Place place, String wayOut) {
    String other = taken.putIfAbsent(name.toString(), display);
    if (other != null) {
      problems.add(Message.DUPLICATE_TABLE, place, display, name.toString(), other, wayOut);
    }
  }

  private void report(List<NameClash> clashes, ObjectPlaces places) {
    for (NameClash clash : clashes) {
      Place second = place(places, clash.second());
      Place place = second == null ? place(places, clash.first()) : second;
      if (place != null && reported.add(place)) {
        problems.add(
            Message.DUPLICATE_NAME,
            place,
            display(clash.second()),
            clash.name(),
            display(clash.first()));
      }
    }
  }

  private static @Nullable Place place(ObjectPlaces places, Owner owner) {
    return places.of(owner.kind(), owner.table(), owner.name());
  }

  private static String display(Owner owner) {
    boolean whole = owner.kind().equals("table") || owner.kind().equals("enum type");
    return whole
        ? owner.kind() + " " + owner.table()
        : owner.kind() + " \"" + owner.name() + "\" of table " + owner.table();
  }

  /**
   * Constraints of a table have different names in PostgreSQL (<a
   * href="https://www.postgresql.org/docs/current/catalog-pg-constraint.html">pg_constraint</a>).
   */
  private void constraints(TableDraft draft) {
    Map<String, String> taken = new HashMap<>();
    taken.put(Names.primaryKey(draft.name()), "the primary key");
    for (DraftColumn column : draft.columns()) {
      if (SchemaScript.bringsCheck(column.column().type())) {
        String name = Names.check(draft.name(), List.of(column.name()));
        taken.put(name, "the CHECK of column \"" + column.name() + '"');
      }
    }
    for (Placed<UniqueKey> key : draft.uniqueKeys) {
      constraint(taken, key.value().name(), "a unique constraint", key.place());
    }
    for (Placed<Check> check : draft.checks) {
      constraint(taken, check.value().name(), "a CHECK", check.place());
    }
    for (DraftRelation relation : draft.relations) {
      constraint(
          taken,
          relation.binding().key().name(),
          "a foreign key",
          relation.site().place(relation.mark()));
    }
  }

  /** The same index twice under two names only costs. */
  private void indexes(TableDraft draft) {
    for (int i = 1; i < draft.indexes.size(); i++) {
      Placed<Index> placed = draft.indexes.get(i);
      for (int j = 0; j < i; j++) {
        Index earlier = draft.indexes.get(j).value();
        if (areSame(placed.value(), earlier) && reported.add(placed.place())) {
          problems.add(Message.DUPLICATE_INDEX, placed.place(), earlier.name());
        }
      }
    }
  }

  private static boolean areSame(Index one, Index other) {
    return one.parts().equals(other.parts())
        && one.unique() == other.unique()
        && one.method().equals(other.method())
        && one.include().equals(other.include())
        && one.where().equals(other.where());
  }

  private void constraint(Map<String, String> taken, String name, String what, Place place) {
    String other = taken.putIfAbsent(name, what);
    if (other != null && reported.add(place)) {
      problems.add(Message.DUPLICATE_NAME, place, what, name, other);
    }
  }
}
