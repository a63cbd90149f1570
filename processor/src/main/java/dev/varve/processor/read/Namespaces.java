package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds things of one name where a database wants different ones.
 *
 * <p>In PostgreSQL tables, indexes and the indexes of keys share a namespace in each schema (<a
 * href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>), and enum
 * types share one with the types of tables' rows. In SQLite tables and indexes share one in the
 * whole database, without regard to case.
 */
final class Namespaces {
  private final boolean sqlite;
  private final Problems problems;
  private final Map<String, String> postgres = new HashMap<>();
  private final Map<String, String> flat = new HashMap<>();

  Namespaces(Settings settings, Problems problems) {
    this.sqlite = settings.dialects().contains(Dialect.SQLITE);
    this.problems = problems;
  }

  /** Checks all tables and types, those that are kept first: they were there before. */
  void check(List<TableDraft> drafts, List<Placed<EnumType>> enumTypes, Kept kept) {
    for (Table table : kept.schema().tables()) {
      objects(table, "an index of " + table.name());
    }
    for (TableDraft draft : drafts) {
      table(draft.name(), draft.display(), TablePlaces.name(draft), "@Entity(table = \"...\")");
      for (DraftJunction junction : draft.junctions) {
        table(
            junction.binding().table().name(),
            junction.component().display(),
            TablePlaces.name(junction),
            "@Relation(table = \"...\")");
      }
    }
    for (TableDraft draft : drafts) {
      indexes(draft);
    }
    enums(drafts, enumTypes);
  }

  private void objects(Table table, String index) {
    claim(table.name(), "table " + table.name());
    claim(in(table.name(), table.primaryKey().name()), index);
    for (UniqueKey key : table.uniqueKeys()) {
      claim(in(table.name(), key.name()), index);
    }
    for (Index one : table.indexes()) {
      claim(in(table.name(), one.name()), index);
    }
  }

  private void table(QualifiedName name, String display, Place place, String wayOut) {
    String other = claim(name, display);
    if (other != null) {
      problems.add(Message.DUPLICATE_TABLE, place, display, name.toString(), other, wayOut);
    }
  }

  private void indexes(TableDraft draft) {
    for (Placed<UniqueKey> key : draft.uniqueKeys) {
      index(draft, key.value().name(), key.place(), "a unique constraint of ");
    }
    for (Placed<Index> index : draft.indexes) {
      index(draft, index.value().name(), index.place(), "an index of ");
    }
    for (DraftJunction junction : draft.junctions) {
      objects(junction.binding().table(), "an index of " + junction.component().display());
    }
  }

  private void index(TableDraft draft, String name, Place place, String what) {
    String display = what + '"' + draft.display() + '"';
    String other = claim(in(draft.name(), name), display);
    if (other != null) {
      problems.add(Message.DUPLICATE_NAME, place, display, name, other);
    }
  }

  private void enums(List<TableDraft> drafts, List<Placed<EnumType>> enumTypes) {
    Map<QualifiedName, String> types = new HashMap<>();
    for (TableDraft draft : drafts) {
      types.put(draft.name(), "the table of \"" + draft.display() + '"');
    }
    for (Placed<EnumType> placed : enumTypes) {
      EnumType type = placed.value();
      String display = "the type of enum \"" + type.origin() + '"';
      String other = types.putIfAbsent(type.name(), display);
      if (other != null) {
        problems.add(
            Message.DUPLICATE_NAME, placed.place(), display, type.name().toString(), other);
      }
    }
  }

  /** Takes a name; what has it already, or null. */
  private @Nullable String claim(QualifiedName name, String display) {
    String other = postgres.putIfAbsent(name.toString(), display);
    if (sqlite) {
      String lower = NameRules.flat(name).toLowerCase(Locale.ROOT);
      String flatOther = flat.putIfAbsent(lower, display);
      other = other == null ? flatOther : other;
    }
    return other;
  }

  private static QualifiedName in(QualifiedName table, String name) {
    return new QualifiedName(table.schema(), name);
  }
}
