package dev.varve.schema.change;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Agreements, one after the other. */
final class Agreed {
  private final Map<QualifiedName, List<String>> tables = new HashMap<>();
  private final Map<ColumnName, List<String>> columns = new HashMap<>();
  private final Map<String, Map<String, String>> values = new HashMap<>();
  private final Set<String> goneTables = new HashSet<>();
  private final Set<ColumnName> goneColumns = new HashSet<>();
  private final Map<String, Map<String, String>> goneValues = new HashMap<>();
  private final Map<ColumnName, Sql> backfills = new HashMap<>();
  private final Map<ColumnName, String> enums = new HashMap<>();

  static ColumnName name(String text) {
    int point = text.lastIndexOf('.');
    return new ColumnName(QualifiedName.parse(text.substring(0, point)), text.substring(point + 1));
  }

  Agreed table(String present, String... former) {
    tables.put(QualifiedName.parse(present), List.of(former));
    return this;
  }

  Agreed column(String present, String... former) {
    columns.put(name(present), List.of(former));
    return this;
  }

  /** What was said of a former name was wrong. */
  void forget(ColumnName subject) {
    if (subject.column().isEmpty()) {
      tables.remove(subject.table());
    }
    columns.remove(subject);
  }

  Agreed value(String enumType, String present, String former) {
    values.computeIfAbsent(enumType, type -> new HashMap<>()).put(present, former);
    return this;
  }

  Agreed goneTable(String former) {
    goneTables.add(former);
    return this;
  }

  Agreed goneColumn(String former) {
    goneColumns.add(name(former));
    return this;
  }

  Agreed goneValue(String enumType, String former, String instead) {
    goneValues.computeIfAbsent(enumType, type -> new HashMap<>()).put(former, instead);
    return this;
  }

  Agreed backfill(String column, String sql) {
    backfills.put(name(column), Sql.of(sql));
    return this;
  }

  Agreed holds(String column, String enumType) {
    enums.put(name(column), enumType);
    return this;
  }

  Agreements build() {
    return new Agreements(
        tables, columns, values, goneTables, goneColumns, goneValues, backfills, Map.of(), enums);
  }
}
