package dev.varve.schema.plan;

import dev.varve.schema.ColumnName;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.change.Differ;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.change.Fill;
import dev.varve.schema.change.Renames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evolutions for tests, in few words. */
final class EvolutionBuilder {
  private final List<Table> from = new ArrayList<>();
  private final List<Table> to = new ArrayList<>();
  private final List<EnumType> typesFrom = new ArrayList<>();
  private final List<EnumType> typesTo = new ArrayList<>();
  private final Map<QualifiedName, QualifiedName> tables = new TreeMap<>();
  private final Map<ColumnName, String> columns = new TreeMap<>();
  private final Map<QualifiedName, Map<String, String>> values = new TreeMap<>();
  private final Map<QualifiedName, QualifiedName> types = new TreeMap<>();
  private final Map<QualifiedName, Map<String, String>> replaced = new HashMap<>();
  private final Map<ColumnName, Fill> fills = new HashMap<>();
  private final Map<ColumnName, String> irreversible = new HashMap<>();

  EvolutionBuilder from(TableBuilder... builders) {
    for (TableBuilder builder : builders) {
      from.add(builder.build());
    }
    return this;
  }

  EvolutionBuilder to(TableBuilder... builders) {
    for (TableBuilder builder : builders) {
      to.add(builder.build());
    }
    return this;
  }

  EvolutionBuilder both(TableBuilder... builders) {
    return from(builders).to(builders);
  }

  EvolutionBuilder enumType(String name, List<String> former, List<String> present) {
    QualifiedName type = QualifiedName.parse(name);
    typesFrom.add(new EnumType(type, former, "", ""));
    typesTo.add(new EnumType(type, present, "", ""));
    return this;
  }

  EvolutionBuilder renamedValue(String type, String former, String present) {
    values.put(QualifiedName.parse(type), Map.of(former, present));
    return this;
  }

  EvolutionBuilder replacedValue(String type, String former, String present) {
    replaced.put(QualifiedName.parse(type), Map.of(former, present));
    return this;
  }

  EvolutionBuilder renamedType(String former, String present) {
    types.put(QualifiedName.parse(former), QualifiedName.parse(present));
    return this;
  }

  /** An enum type of the former schema alone. */
  EvolutionBuilder typeFrom(String name, String... values) {
    typesFrom.add(new EnumType(QualifiedName.parse(name), List.of(values), "", ""));
    return this;
  }

  /** An enum type of the present schema alone. */
  EvolutionBuilder typeTo(String name, String... values) {
    typesTo.add(new EnumType(QualifiedName.parse(name), List.of(values), "", "Said."));
    return this;
  }

  EvolutionBuilder renamed(String table, String present) {
    tables.put(QualifiedName.parse(table), QualifiedName.parse(present));
    return this;
  }

  EvolutionBuilder renamed(String table, String column, String present) {
    columns.put(new ColumnName(QualifiedName.parse(table), column), present);
    return this;
  }

  EvolutionBuilder backfill(String table, String column, String expression) {
    return fill(table, column, new Fill.Computed(Sql.of(expression)));
  }

  /** An expression for all rows, as the new type has no place for their values. */
  EvolutionBuilder conversion(String table, String column, String expression) {
    return fill(table, column, new Fill.Computed(Sql.of(expression), true));
  }

  EvolutionBuilder fill(String table, String column, Fill fill) {
    fills.put(new ColumnName(QualifiedName.parse(table), column), fill);
    return this;
  }

  EvolutionBuilder irreversible(String table, String column, String reason) {
    irreversible.put(new ColumnName(QualifiedName.parse(table), column), reason);
    return this;
  }

  Evolution build() {
    Schema former = new Schema(typesFrom, from);
    Schema present = new Schema(typesTo, to);
    Renames renames = new Renames(tables, columns, types, values);
    return new Evolution(
        former,
        present,
        renames,
        fills,
        replaced,
        irreversible,
        Differ.changes(former, present, renames, fills, replaced));
  }
}
