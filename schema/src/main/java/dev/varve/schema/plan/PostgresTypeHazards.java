package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.AlterEnum;
import dev.varve.schema.change.Conversion;
import dev.varve.schema.change.Conversions;
import dev.varve.schema.sql.Mentions;
import dev.varve.schema.sql.PostgresActions;
import java.util.ArrayList;
import java.util.List;

/** What other types and values do on PostgreSQL: tables are rewritten, indexes built anew. */
final class PostgresTypeHazards {
  private final Schema to;
  private final Conversions conversions;
  private final HazardList list;

  PostgresTypeHazards(Schema to, Conversions conversions, HazardList list) {
    this.to = to;
    this.conversions = conversions;
    this.list = list;
  }

  void add(AddColumn change) {
    if (!Columns.isGiven(change.fill()) && hasValuesOfItsOwn(change.column())) {
      rewrite(change.table(), change.column().name());
    }
  }

  /** Whether a new column's values differ from row to row, so that none will do for all. */
  private static boolean hasValuesOfItsOwn(Column column) {
    return column.source() instanceof Identity
        || column.source() instanceof Computed computed && computed.stored()
        || column.source() instanceof Default value
            && !Volatility.isSteady(PostgresActions.text(value));
  }

  void alter(AlterColumn change) {
    if (change.to().source() instanceof Computed computed) {
      if (!Columns.isComputed(change.from())) {
        list.droppedColumn(change.table(), change.to().name());
      }
      if (computed.stored()) {
        rewrite(change.table(), change.to().name());
      }
      return;
    }
    if (change.from().source() instanceof Computed computed && !computed.stored()) {
      rewrite(change.table(), change.to().name());
      return;
    }
    boolean isGiven = Columns.isGiven(change.fill());
    switch (isGiven ? TypeChange.REWRITE : TypeChange.of(change.from(), change.to())) {
      case NONE -> {}
      case CATALOG -> {
        if (isIndexed(change, true)) {
          rebuild(change);
        }
      }
      case INDEXES -> {
        if (isIndexed(change, false)) {
          rebuild(change);
        }
      }
      case REWRITE -> {
        rewrite(change.table(), change.to().name());
        if (conversions.of(change.from(), change.to()) != Conversion.WIDER) {
          list.narrowed(change.table(), change.to().name());
        }
      }
    }
  }

  /**
   * Whether there are indexes on a column, or keys.
   *
   * @param byExpression whether only those count whose expressions or condition mention it
   */
  private boolean isIndexed(AlterColumn change, boolean byExpression) {
    String column = change.to().name();
    for (Table table : to.tables()) {
      if (table.name().equals(change.table())) {
        for (Index index : table.indexes()) {
          if (byExpression
              ? Mentions.inExpressions(index, column, Dialect.POSTGRESQL)
              : Mentions.of(index, column, Dialect.POSTGRESQL)) {
            return true;
          }
        }
        return !byExpression && isInKey(table, column);
      }
    }
    return false;
  }

  private static boolean isInKey(Table table, String column) {
    boolean found = table.primaryKey().columns().contains(column);
    for (UniqueKey key : table.uniqueKeys()) {
      found |= key.columns().contains(column);
    }
    return found;
  }

  private void rebuild(AlterColumn change) {
    list.add(
        HazardCode.PG331,
        change.table(),
        change.to().name(),
        "Indexes on the column are built anew while nobody can read the table.",
        "Run it when that may be, or drop them before and create them afterwards.");
  }

  private void rewrite(QualifiedName table, String column) {
    list.add(
        HazardCode.PG301,
        table,
        column,
        "The table is rewritten, and nobody can read it meanwhile.",
        "Run it when that may be, or add another column and move the values over.");
  }

  /**
   * An enum type has other values, so that columns of it have.
   *
   * @param replaced whether another type takes its place even if there are only more
   */
  void alter(AlterEnum change, boolean replaced) {
    List<String> former = change.from().values();
    List<String> present = change.to().values();
    if (!isMore(former, present) || replaced && !former.equals(present)) {
      ofType(change.to().name(), true);
    }
  }

  /** Values of an enum type are called otherwise. */
  void rename(QualifiedName type) {
    ofType(type, false);
  }

  private static boolean isMore(List<String> former, List<String> present) {
    List<String> kept = new ArrayList<>(present);
    kept.retainAll(former);
    return kept.equals(former);
  }

  private void ofType(QualifiedName type, boolean replaced) {
    for (Table table : to.tables()) {
      for (Column column : table.columns()) {
        ColumnType element = column.type() instanceof Array array ? array.element() : column.type();
        if (element.equals(new NativeEnum(type))) {
          list.renamedWords(table.name(), column.name());
          if (replaced) {
            rewrite(table.name(), column.name());
          }
        }
      }
    }
  }
}
