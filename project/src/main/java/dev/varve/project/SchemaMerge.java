package dev.varve.project;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts together two versions of a schema: what both have stays; what they disagree on is as that
 * side has it which the records agree with.
 */
final class SchemaMerge {
  private final List<String> unclear = new ArrayList<>();

  /** What the records agree with on neither side. */
  List<String> unclear() {
    return unclear;
  }

  /**
   * Merges two schemas.
   *
   * @param now what the records say
   */
  Schema merge(Schema ours, Schema theirs, Schema now) {
    List<EnumType> types =
        each(
            "enum type ",
            EnumType::name,
            ours.enumTypes(),
            theirs.enumTypes(),
            now.enumTypes(),
            this::pick);
    Map<QualifiedName, Table> present = byName(now.tables(), Table::name);
    List<Table> tables = new ArrayList<>();
    Map<QualifiedName, Table> one = byName(ours.tables(), Table::name);
    Map<QualifiedName, Table> other = byName(theirs.tables(), Table::name);
    for (QualifiedName name : both(one, other)) {
      Table merged = table(one.get(name), other.get(name), present.get(name));
      if (merged != null) {
        tables.add(merged);
      }
    }
    return new Schema(types, tables);
  }

  /** What either side has, by our side where they disagree. */
  Schema merge(Schema ours, Schema theirs) {
    Map<QualifiedName, EnumType> types = byName(theirs.enumTypes(), EnumType::name);
    types.putAll(byName(ours.enumTypes(), EnumType::name));
    Map<QualifiedName, Table> tables = byName(theirs.tables(), Table::name);
    tables.putAll(byName(ours.tables(), Table::name));
    return new Schema(new ArrayList<>(types.values()), new ArrayList<>(tables.values()));
  }

  private @Nullable Table table(@Nullable Table ours, @Nullable Table theirs, @Nullable Table now) {
    if (ours == null || theirs == null) {
      return now == null ? null : ours == null ? theirs : ours;
    }
    if (ours.equals(theirs)) {
      return ours;
    }
    if (now == null) {
      unclear.add("table " + ours.name());
      return ours;
    }
    String of = " of " + ours.name();
    return new Table(
        ours.name(),
        value("record" + of, ours.origin(), theirs.origin(), now.origin()),
        value("rows" + of, ours.rows(), theirs.rows(), now.rows()),
        each("column ", Column::name, ours.columns(), theirs.columns(), now.columns(), this::pick),
        value("primary key" + of, ours.primaryKey(), theirs.primaryKey(), now.primaryKey()),
        each(
            "unique key ",
            UniqueKey::name,
            ours.uniqueKeys(),
            theirs.uniqueKeys(),
            now.uniqueKeys(),
            this::pick),
        each("check ", Check::name, ours.checks(), theirs.checks(), now.checks(), this::pick),
        each(
            "foreign key ",
            ForeignKey::name,
            ours.foreignKeys(),
            theirs.foreignKeys(),
            now.foreignKeys(),
            this::pick),
        each("index ", Index::name, ours.indexes(), theirs.indexes(), now.indexes(), this::pick),
        value("comment" + of, ours.comment(), theirs.comment(), now.comment()));
  }

  private interface Pick<T> {
    @Nullable T of(String what, @Nullable T ours, @Nullable T theirs, @Nullable T now);
  }

  private <T, N> List<T> each(
      String kind, Function<T, N> name, List<T> ours, List<T> theirs, List<T> now, Pick<T> pick) {
    Map<N, T> one = byName(ours, name);
    Map<N, T> other = byName(theirs, name);
    Map<N, T> present = byName(now, name);
    List<T> merged = new ArrayList<>();
    for (N key : both(one, other)) {
      T picked = pick.of(kind + key, one.get(key), other.get(key), present.get(key));
      if (picked != null) {
        merged.add(picked);
      }
    }
    return merged;
  }

  /** What only one side has is there if the records have it. */
  private <T> @Nullable T pick(String what, @Nullable T ours, @Nullable T theirs, @Nullable T now) {
    if (ours == null || theirs == null) {
      return now == null ? null : ours == null ? theirs : ours;
    }
    if (now == null && !ours.equals(theirs)) {
      unclear.add(what);
    }
    return now == null ? ours : value(what, ours, theirs, now);
  }

  private <T> T value(String what, T ours, T theirs, T now) {
    if (ours.equals(theirs) || Objects.equals(now, ours)) {
      return ours;
    }
    if (!now.equals(theirs)) {
      unclear.add(what);
    }
    return theirs;
  }

  private static <T, N> Map<N, T> byName(List<T> values, Function<T, N> name) {
    Map<N, T> map = new LinkedHashMap<>();
    for (T value : values) {
      map.put(name.apply(value), value);
    }
    return map;
  }

  private static <N> Set<N> both(Map<N, ?> one, Map<N, ?> other) {
    Set<N> both = new LinkedHashSet<>(one.keySet());
    both.addAll(other.keySet());
    return both;
  }
}
