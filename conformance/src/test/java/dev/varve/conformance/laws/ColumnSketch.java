package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import java.util.EnumMap;
import java.util.Map;

/** A column. */
final class ColumnSketch {
  final int id;
  String name;
  TypeSketch type;
  boolean nullable;
  SourceSketch source = SourceSketch.GIVEN;
  Map<Dialect, String> sqlType = new EnumMap<>(Dialect.class);
  String comment = "";

  /** Whether no two rows agree in it, but for nulls. */
  boolean distinct;

  /** How rows get its value on the way here; null: nobody says. */
  Template backfill;

  /** Why its changes can't be undone; empty: they can. */
  String irreversible = "";

  ColumnSketch(int id, String name, TypeSketch type, boolean nullable) {
    this.id = id;
    this.name = name;
    this.type = type;
    this.nullable = nullable;
  }

  ColumnSketch copy() {
    ColumnSketch copy = new ColumnSketch(id, name, type, nullable);
    copy.source = source;
    copy.sqlType = new EnumMap<>(Dialect.class);
    copy.sqlType.putAll(sqlType);
    copy.comment = comment;
    copy.distinct = distinct;
    copy.backfill = backfill;
    copy.irreversible = irreversible;
    return copy;
  }

  boolean isComputed() {
    return source instanceof SourceSketch.Computed;
  }
}
