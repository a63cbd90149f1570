package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.change.Conversion;
import dev.varve.schema.change.Conversions;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.change.Fill;
import dev.varve.schema.sql.Placeholder;
import dev.varve.schema.sql.SqliteStatements;
import dev.varve.schema.sql.SqliteValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds what existing rows of a table get in each column. */
final class SqliteColumns {
  private final Evolution evolution;
  private final boolean isWayBack;
  private final Table after;
  private final Table from;
  private final Table to;
  private final Map<String, Column> before = new HashMap<>();
  private final Map<String, Column> held = new HashMap<>();
  private final Set<String> explicitBefore = new HashSet<>();
  private final SqliteValues values;
  private final Conversions conversions;

  /**
   * Columns of one table.
   *
   * @param before as it was, in terms of the model; its columns are those of {@code from}
   */
  SqliteColumns(
      Evolution evolution,
      Conversions conversions,
      boolean isWayBack,
      Table before,
      Table after,
      Table from,
      Table to) {
    this.evolution = evolution;
    this.conversions = conversions;
    this.isWayBack = isWayBack;
    this.after = after;
    this.from = from;
    this.to = to;
    List<Column> row = new ArrayList<>(from.columns().size());
    for (int i = 0; i < from.columns().size(); i++) {
      Column held = from.columns().get(i);
      Column model = named(before.columns().get(i), held.name());
      row.add(model);
      this.before.put(held.name(), model);
      this.held.put(held.name(), held);
    }
    for (Check check : before.checks()) {
      explicitBefore.add(check.name());
    }
    values = new SqliteValues(to.name().name(), row, evolution.to());
  }

  private static Column named(Column column, String name) {
    return column.name().equals(name)
        ? column
        : new Column(
            name,
            column.type(),
            column.nullable(),
            column.source(),
            column.sqlType(),
            column.comment());
  }

  SqliteTable table() {
    List<SqliteColumn> columns = new ArrayList<>(to.columns().size());
    for (int i = 0; i < to.columns().size(); i++) {
      Column present = to.columns().get(i);
      Column model = after.columns().get(i);
      Column former = before.get(present.name());
      columns.add(former == null ? added(model, present) : kept(former, model, present));
    }
    return new SqliteTable(after, from, to, columns, explicitBefore);
  }

  private SqliteColumn added(Column model, Column present) {
    if (present.source() instanceof Computed) {
      return column(present, Optional.empty(), false, "");
    }
    Optional<String> filled =
        fill(model) instanceof Fill.Computed computed
            ? values.filled(model, computed.expression())
            : Optional.empty();
    if (filled.isPresent() || present.nullable() || !(present.source() instanceof Given)) {
      return column(present, filled, false, "");
    }
    if (model.source() instanceof Identity) {
      return column(present, Optional.of("rowid"), false, "SQLite counts keys only: once by rows.");
    }
    Optional<String> placeholder = placeholder(model);
    String comment =
        placeholder.isPresent()
            ? "The values of " + model.name() + " are lost, and it is NOT NULL: rows get another."
            : "Nothing says what rows get in "
                + model.name()
                + ", which is NOT NULL: with rows in"
                + " the table this fails.";
    return column(present, placeholder, false, comment);
  }

  private Optional<String> placeholder(Column model) {
    return isWayBack && isFree(model.name())
        ? Placeholder.of(model, evolution.to(), Dialect.SQLITE)
        : Optional.empty();
  }

  /** Whether any value of its type will do for a column, the same in all rows. */
  private boolean isFree(String column) {
    SqliteTable table = new SqliteTable(after, from, to, List.of(), Set.of());
    if (table.isUnique(column) || table.refers(column)) {
      return false;
    }
    for (Check check : to.checks()) {
      if (table.isExplicit(check) && SqliteTable.mentions(check, column)) {
        return false;
      }
    }
    return true;
  }

  private SqliteColumn kept(Column former, Column model, Column present) {
    if (present.source() instanceof Computed) {
      return column(present, Optional.empty(), false, "");
    }
    Column was = held.get(former.name());
    boolean needsValue = was.nullable() && !present.nullable();
    Map<String, String> words = words(former, model);
    Conversion conversion = conversions.of(former, model);
    boolean isLost = isWayBack && former.source() instanceof Computed;
    if (isLost && conversion != Conversion.SAME && conversion != Conversion.WIDER) {
      return added(model, present);
    }
    String kept = values.kept(former, model, words);
    Fill fill = fill(model);
    Optional<String> filled =
        fill instanceof Fill.Computed computed
            ? values.filled(model, computed.expression())
            : fill instanceof Fill.Replaced replaced
                ? values.filled(model, replaced.missing())
                : Optional.empty();
    if (filled.isPresent() && fill instanceof Fill.Computed all && all.converts()) {
      kept = filled.get();
      conversion = Conversion.SAME;
    } else if (filled.isPresent() && needsValue) {
      kept = SqliteValues.orElse(kept, filled.get());
    } else if (needsValue && present.source() instanceof Default value) {
      kept = SqliteValues.orElse(kept, SqliteStatements.text(value));
    } else if (needsValue && isLost && placeholder(model).isPresent()) {
      kept = SqliteValues.orElse(kept, placeholder(model).get());
    }
    boolean unchanged = kept.equals(values.unchanged(present.name()));
    return new SqliteColumn(
        Optional.of(was), present, Optional.of(kept), unchanged, conversion, !words.isEmpty(), "");
  }

  private SqliteColumn column(
      Column present, Optional<String> value, boolean isKept, String comment) {
    Optional<Column> was = Optional.ofNullable(held.get(present.name()));
    return new SqliteColumn(was, present, value, isKept, Conversion.SAME, false, comment);
  }

  private Fill fill(Column model) {
    ColumnName name = new ColumnName(after.name(), model.name());
    return evolution.fills().getOrDefault(name, Fill.NONE);
  }

  private Map<String, String> words(Column former, Column model) {
    if (fill(model) instanceof Fill.Replaced replaced) {
      return replaced.words();
    }
    ColumnType type = former.type() instanceof Array array ? array.element() : former.type();
    if (!(type instanceof NativeEnum nativeEnum)) {
      return Map.of();
    }
    QualifiedName present = evolution.renames().enumType(nativeEnum.type());
    Map<String, String> words = new TreeMap<>();
    words.putAll(evolution.renames().enumValues().getOrDefault(nativeEnum.type(), Map.of()));
    words.putAll(evolution.replacedValues().getOrDefault(present, Map.of()));
    return words;
  }
}
