package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables that an evolution concerns, all others left out: most stay as they are, and what a
 * database holds of them needn't be known.
 */
final class SqliteAffected {
  private final Schema from;
  private final Schema to;
  private final Set<String> names = new HashSet<>();

  SqliteAffected(Evolution evolution) {
    boolean sameTypes =
        evolution.from().enumTypes().equals(evolution.to().enumTypes())
            && evolution.renames().enumValues().isEmpty();
    Map<QualifiedName, Table> former = new HashMap<>();
    for (Table table : evolution.from().tables()) {
      former.put(table.name(), table);
      addNames(table);
    }
    Set<QualifiedName> untouched = new HashSet<>();
    for (Table table : evolution.to().tables()) {
      addNames(table);
      if (table.equals(former.get(table.name())) && (sameTypes || !hasEnum(table))) {
        untouched.add(table.name());
      }
    }
    from = without(evolution.from(), untouched);
    to = without(evolution.to(), untouched);
  }

  private void addNames(Table table) {
    names.add(Identifiers.flat(table.name()));
    for (Index index : table.indexes()) {
      names.add(Identifiers.flat(new QualifiedName(table.name().schema(), index.name())));
    }
  }

  private static boolean hasEnum(Table table) {
    for (Column column : table.columns()) {
      ColumnType type = column.type();
      if ((type instanceof Array array ? array.element() : type) instanceof NativeEnum) {
        return true;
      }
    }
    return false;
  }

  private static Schema without(Schema schema, Set<QualifiedName> untouched) {
    List<Table> tables = new ArrayList<>();
    for (Table table : schema.tables()) {
      if (!untouched.contains(table.name())) {
        tables.add(table);
      }
    }
    return new Schema(schema.enumTypes(), tables);
  }

  /** The former schema with the tables that change, go or are renamed. */
  Schema from() {
    return from;
  }

  /** The present schema with the tables that have changed, are new or were renamed. */
  Schema to() {
    return to;
  }

  /** The names of all tables and indexes of both, which share them; those of keys left out. */
  Set<String> names() {
    return names;
  }
}
