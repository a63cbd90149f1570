package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.change.Fill;
import dev.varve.schema.change.Renames;
import dev.varve.schema.sql.Mentions;
import dev.varve.schema.sql.Placeholder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What rows get where a down script needs a value that is gone: the column's former default, else
 * one that means nothing, unless the column is in a key or a CHECK that only real values meet.
 */
final class LostValues {
  private final Schema from;
  private final Dialect dialect;
  private final Renames back;
  private final Map<QualifiedName, Table> tables = new HashMap<>();

  LostValues(Evolution evolution, Dialect dialect) {
    from = evolution.from();
    this.dialect = dialect;
    back = evolution.renames().inverse();
    for (Table table : from.tables()) {
      tables.put(table.name(), table);
    }
  }

  /**
   * The value for a column of the former schema.
   *
   * @param table the table by its present name
   * @param column the column by its present name, or by its former one if it is gone
   */
  Fill of(QualifiedName table, String column) {
    Table former = tables.get(back.table(table));
    if (former == null) {
      return Fill.NONE;
    }
    String name = back.columns().getOrDefault(new ColumnName(table, column), column);
    Optional<Column> lost = former.column(name);
    if (lost.isEmpty() || needsRealValues(former, name)) {
      return Fill.NONE;
    }
    if (lost.get().source() instanceof Default value
        && value.expression().in(dialect).isPresent()) {
      return new Fill.Computed(value.expression());
    }
    return Placeholder.of(lost.get(), from, dialect)
        .<Fill>map(text -> new Fill.Computed(Sql.only(dialect, text)))
        .orElse(Fill.NONE);
  }

  private boolean needsRealValues(Table table, String column) {
    if (table.primaryKey().columns().contains(column)) {
      return true;
    }
    for (UniqueKey key : table.uniqueKeys()) {
      if (key.columns().contains(column)) {
        return true;
      }
    }
    for (ForeignKey key : table.foreignKeys()) {
      if (key.columns().contains(column)) {
        return true;
      }
    }
    for (Check check : table.checks()) {
      if (Mentions.of(check, column, dialect)) {
        return true;
      }
    }
    for (Index index : table.indexes()) {
      if (index.unique() && Mentions.of(index, column, dialect)) {
        return true;
      }
    }
    return false;
  }
}
