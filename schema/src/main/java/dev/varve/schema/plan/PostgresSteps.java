package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.Constraint;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.AlterEnum;
import dev.varve.schema.change.Change.CommentTable;
import dev.varve.schema.change.Change.CreateEnum;
import dev.varve.schema.change.Change.CreateSchema;
import dev.varve.schema.change.Change.CreateTable;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropEnum;
import dev.varve.schema.change.Change.DropIndex;
import dev.varve.schema.change.Change.DropSchema;
import dev.varve.schema.change.Change.DropTable;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameConstraint;
import dev.varve.schema.change.Change.RenameEnum;
import dev.varve.schema.change.Change.RenameEnumValue;
import dev.varve.schema.change.Change.RenameIndex;
import dev.varve.schema.change.Change.RenameTable;
import dev.varve.schema.change.ChangeVisitor;
import dev.varve.schema.change.Fill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Divides the changes of a schema into steps, each at its place. */
final class PostgresSteps implements ChangeVisitor<Steps> {
  private final Steps steps;
  private final LostValues lost;
  private final Versions versions;
  private final Map<QualifiedName, Table> before = new HashMap<>();
  private final Map<QualifiedName, TableChanges> kept = new LinkedHashMap<>();
  private final List<CreateTable> created = new ArrayList<>();
  private final List<DropTable> dropped = new ArrayList<>();
  private final List<AddConstraint> ofNewTables = new ArrayList<>();
  private final List<DropConstraint> ofDroppedTables = new ArrayList<>();
  private final Set<QualifiedName> createdNames = new HashSet<>();
  private final Set<QualifiedName> droppedNames = new HashSet<>();

  /**
   * @param before the former schema in physical form, after all renames
   * @param steps takes the steps
   */
  PostgresSteps(Schema before, LostValues lost, Versions versions, Steps steps) {
    this.steps = steps;
    this.lost = lost;
    this.versions = versions;
    for (Table table : before.tables()) {
      this.before.put(table.name(), table);
    }
  }

  /**
   * Files the steps that make all of these changes.
   *
   * @param fills how rows get their values, also where no other change is seen
   */
  void file(List<Change> changes, Map<ColumnName, Fill> fills) {
    for (Change change : changes) {
      if (change instanceof CreateTable create) {
        createdNames.add(create.table());
      } else if (change instanceof DropTable drop) {
        droppedNames.add(drop.table());
      }
    }
    for (Change change : changes) {
      change.accept(this);
    }
    replaceWords(fills);
    Map<QualifiedName, TypeSteps> types = new HashMap<>();
    for (TableChanges table : kept.values()) {
      TableSteps planned = new TableSteps(existing(table.table), table, steps, lost, versions);
      types.put(table.table, planned.plan());
    }
    for (DropConstraint change : ofDroppedTables) {
      boolean together = droppedNames.contains(target(change.constraint()));
      steps.add(together ? Slot.TABLE_DROPS : Slot.FOREIGN_KEY_DROPS, change);
    }
    new ForeignKeySteps(before, kept, types, steps).plan(created, dropped);
    for (AddConstraint change : ofNewTables) {
      boolean together = createdNames.contains(target(change.constraint()));
      steps.add(together ? Slot.TABLES : Slot.FOREIGN_KEYS, change);
    }
  }

  /** What is changed of whole tables are foreign keys alone. */
  private static QualifiedName target(Constraint constraint) {
    return ((ForeignKey) constraint).target();
  }

  /**
   * Other words don't make another column: they're text before and after. Those of an enum type
   * change with the type.
   */
  private void replaceWords(Map<ColumnName, Fill> fills) {
    for (Map.Entry<ColumnName, Fill> fill : new TreeMap<>(fills).entrySet()) {
      QualifiedName name = fill.getKey().table();
      Table table = before.get(name);
      if (replaces(fill.getValue()) && table != null && !droppedNames.contains(name)) {
        Optional<Column> column = table.column(fill.getKey().column());
        if (column.isPresent() && !isEnum(column.get()) && !of(name).alters(column.get())) {
          Column same = column.get();
          of(name)
              .alteredColumns
              .add(new AlterColumn(name, same, same, fill.getValue(), fill.getValue().undo()));
        }
      }
    }
  }

  /** Whether rows get another value though they have one. */
  private static boolean replaces(Fill fill) {
    return fill instanceof Fill.Replaced
        || Columns.isGiven(fill) && fill instanceof Fill.Computed computed && computed.converts();
  }

  private static boolean isEnum(Column column) {
    return column.type() instanceof NativeEnum
        || column.type() instanceof Array array && array.element() instanceof NativeEnum;
  }

  private Table existing(QualifiedName name) {
    Table table = before.get(name);
    if (table == null) {
      throw new IllegalArgumentException("a change of the table " + name + ", which isn't there");
    }
    return table;
  }

  private TableChanges of(QualifiedName table) {
    return kept.computeIfAbsent(table, TableChanges::new);
  }

  private Steps file(Slot slot, Change change) {
    steps.add(slot, change);
    return steps;
  }

  @Override
  public Steps createSchema(CreateSchema change) {
    return file(Slot.TYPES, change);
  }

  @Override
  public Steps dropSchema(DropSchema change) {
    return file(Slot.TYPE_DROPS, change);
  }

  @Override
  public Steps createEnum(CreateEnum change) {
    return file(Slot.TYPES, change);
  }

  @Override
  public Steps dropEnum(DropEnum change) {
    return file(Slot.TYPE_DROPS, change);
  }

  @Override
  public Steps alterEnum(AlterEnum change) {
    EnumSteps.file(change, steps);
    return steps;
  }

  @Override
  public Steps createTable(CreateTable change) {
    created.add(change);
    return steps;
  }

  @Override
  public Steps dropTable(DropTable change) {
    dropped.add(change);
    return steps;
  }

  @Override
  public Steps commentTable(CommentTable change) {
    of(change.table()).comments.add(change);
    return steps;
  }

  @Override
  public Steps addColumn(AddColumn change) {
    of(change.table()).addedColumns.add(change);
    return steps;
  }

  @Override
  public Steps dropColumn(DropColumn change) {
    of(change.table()).droppedColumns.add(change);
    return steps;
  }

  @Override
  public Steps alterColumn(AlterColumn change) {
    of(change.table()).alteredColumns.add(change);
    return steps;
  }

  @Override
  public Steps addConstraint(AddConstraint change) {
    if (createdNames.contains(change.table())) {
      ofNewTables.add(change);
    } else {
      of(change.table()).added(change.constraint());
    }
    return steps;
  }

  @Override
  public Steps dropConstraint(DropConstraint change) {
    if (droppedNames.contains(change.table())) {
      ofDroppedTables.add(change);
    } else {
      of(change.table()).dropped(change.constraint());
    }
    return steps;
  }

  @Override
  public Steps addIndex(AddIndex change) {
    of(change.table()).addedIndexes.put(change.index().name(), change.index());
    return steps;
  }

  @Override
  public Steps dropIndex(DropIndex change) {
    of(change.table()).droppedIndexes.put(change.index().name(), change.index());
    return steps;
  }

  @Override
  public Steps renameEnum(RenameEnum change) {
    throw late(change);
  }

  @Override
  public Steps renameEnumValue(RenameEnumValue change) {
    throw late(change);
  }

  @Override
  public Steps renameTable(RenameTable change) {
    throw late(change);
  }

  @Override
  public Steps renameColumn(RenameColumn change) {
    throw late(change);
  }

  @Override
  public Steps renameConstraint(RenameConstraint change) {
    throw late(change);
  }

  @Override
  public Steps renameIndex(RenameIndex change) {
    throw late(change);
  }

  private static IllegalArgumentException late(Change change) {
    return new IllegalArgumentException("renames come before all others: " + change);
  }
}
