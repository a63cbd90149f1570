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
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameTable;
import dev.varve.schema.change.Fill;
import dev.varve.schema.sql.Mentions;
import dev.varve.schema.sql.Placeholder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rows get where a down script needs a value that is gone: the column's former default, else
 * one that means nothing, unless the column is in a key or a CHECK that only real values meet.
 */
final class LostValues {
  private final Schema from;
  private final Dialect dialect;
  private final List<Change> renames;
  private final Map<QualifiedName, Table> tables = new HashMap<>();

  /**
   * @param from the former model
   * @param renames the changes that rename, in order, those among them that let a name go
   */
  LostValues(Schema from, List<Change> renames, Dialect dialect) {
    this.from = from;
    this.renames = renames;
    this.dialect = dialect;
    for (Table table : from.tables()) {
      tables.put(table.name(), table);
    }
  }

  /**
   * The value for a column of the former schema.
   *
   * @param table the table by its name after all renames
   * @param column the column by its name after all renames
   */
  Fill of(QualifiedName table, String column) {
    ColumnName name = former(new ColumnName(table, column));
    Table former = tables.get(name.table());
    Optional<Column> lost = former == null ? Optional.empty() : former.column(name.column());
    if (former == null || lost.isEmpty() || needsRealValues(former, name.column())) {
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

  /** What a column was called before all renames. */
  private ColumnName former(ColumnName present) {
    ColumnName name = present;
    for (int i = renames.size() - 1; i >= 0; i--) {
      if (renames.get(i) instanceof RenameTable rename && rename.to().equals(name.table())) {
        name = new ColumnName(rename.table(), name.column());
      } else if (renames.get(i) instanceof RenameColumn rename
          && rename.table().equals(name.table())
          && rename.to().equals(name.column())) {
        name = new ColumnName(name.table(), rename.from());
      }
    }
    return name;
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
