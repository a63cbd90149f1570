package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.Constraint;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.CommentTable;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/** The changes within a table that stays; all renames have been made before. */
final class TableDiffer {
  private final Map<ColumnName, Fill> fills;
  private final ChangeLists changes;
  private final Disturbed disturbed;

  TableDiffer(Map<ColumnName, Fill> fills, ChangeLists changes, Disturbed disturbed) {
    this.fills = fills;
    this.changes = changes;
    this.disturbed = disturbed;
  }

  void find(Table from, Table to) {
    QualifiedName table = to.name();
    if (!from.comment().equals(to.comment())) {
      changes.tableComments.add(new CommentTable(table, from.comment(), to.comment()));
    }
    columns(from, to);
    keys(from, to);
    constraints(table, from.checks(), to.checks(), changes.checkDrops, changes.checkAdds);
    constraints(
        table,
        from.foreignKeys(),
        to.foreignKeys(),
        changes.foreignKeyDrops,
        changes.foreignKeyAdds);
    differences(
        from.indexes(),
        to.indexes(),
        Index::name,
        Same::indexes,
        index -> {
          changes.indexDrops.add(new DropIndex(table, index));
          disturbed.dropped(table, index);
        },
        index -> {
          changes.indexAdds.add(new AddIndex(table, index));
          disturbed.added(table, index);
        });
  }

  private void keys(Table from, Table to) {
    QualifiedName table = to.name();
    if (!from.primaryKey().equals(to.primaryKey())) {
      if (!from.primaryKey().columns().isEmpty()) {
        changes.primaryKeyDrops.add(new DropConstraint(table, from.primaryKey()));
        disturbed.dropped(table, from.primaryKey().columns());
      }
      if (!to.primaryKey().columns().isEmpty()) {
        changes.primaryKeyAdds.add(new AddConstraint(table, to.primaryKey()));
        disturbed.added(table, to.primaryKey().columns());
      }
    }
    differences(
        from.uniqueKeys(),
        to.uniqueKeys(),
        Constraint::name,
        Same::constraints,
        key -> {
          changes.uniqueKeyDrops.add(new DropConstraint(table, key));
          disturbed.dropped(table, key.columns());
        },
        key -> {
          changes.uniqueKeyAdds.add(new AddConstraint(table, key));
          disturbed.added(table, key.columns());
        });
  }

  private <C extends Constraint> void constraints(
      QualifiedName table, List<C> from, List<C> to, List<Change> drops, List<Change> adds) {
    differences(
        from,
        to,
        Constraint::name,
        Same::constraints,
        constraint -> drops.add(new DropConstraint(table, constraint)),
        constraint -> adds.add(new AddConstraint(table, constraint)));
  }

  private void columns(Table from, Table to) {
    QualifiedName table = to.name();
    differences(
        from.columns(),
        to.columns(),
        Column::name,
        (one, other) -> true,
        column -> {
          boolean computed = column.source() instanceof Computed;
          (computed ? changes.computedColumnDrops : changes.columnDrops)
              .add(new DropColumn(table, column));
          disturbed.dropped(table, column);
        },
        column -> {
          boolean computed = column.source() instanceof Computed;
          (computed ? changes.computedColumnAdds : changes.columnAdds)
              .add(new AddColumn(table, column, fill(table, column)));
          disturbed.added(table, column);
        });
    Map<String, Column> former = byName(from.columns(), Column::name);
    for (Column column : to.columns()) {
      Column old = former.get(column.name());
      if (old != null && !Same.columns(old, column)) {
        Fill fill = fill(table, old, column);
        changes.columnAlterations.add(new AlterColumn(table, old, column, fill, fill.undo()));
        if (!old.type().equals(column.type()) || !old.sqlType().equals(column.sqlType())) {
          disturbed.retyped(table, column);
        }
      }
    }
  }

  /** The values of an enum type are replaced in the type, for all of its columns at once. */
  private Fill fill(QualifiedName table, Column old, Column column) {
    ColumnType type = column.type() instanceof Array array ? array.element() : column.type();
    Fill fill = fill(table, column);
    boolean byType = type instanceof NativeEnum && old.type().equals(column.type());
    if (byType && fill instanceof Fill.Replaced replaced) {
      return replaced.missing().equals(Sql.NONE)
          ? Fill.NONE
          : new Fill.Computed(replaced.missing());
    }
    return fill;
  }

  private Fill fill(QualifiedName table, Column column) {
    return fills.isEmpty()
        ? Fill.NONE
        : fills.getOrDefault(new ColumnName(table, column.name()), Fill.NONE);
  }

  /** Tells what is gone, or is another by the same name, and what is new. */
  private static <E> void differences(
      List<E> from,
      List<E> to,
      Function<E, String> name,
      BiPredicate<E, E> same,
      Consumer<E> dropped,
      Consumer<E> added) {
    if (from.equals(to)) {
      return;
    }
    Map<String, E> former = byName(from, name);
    Map<String, E> present = byName(to, name);
    for (E element : from) {
      E kept = present.get(name.apply(element));
      if (kept == null || !same.test(element, kept)) {
        dropped.accept(element);
      }
    }
    for (E element : to) {
      E kept = former.get(name.apply(element));
      if (kept == null || !same.test(kept, element)) {
        added.accept(element);
      }
    }
  }

  private static <E> Map<String, E> byName(List<E> elements, Function<E, String> name) {
    Map<String, E> byName = new HashMap<>(elements.size() * 2);
    for (E element : elements) {
      byName.put(name.apply(element), element);
    }
    return byName;
  }
}
