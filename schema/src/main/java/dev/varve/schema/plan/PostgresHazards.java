package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.Constraint;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.AlterEnum;
import dev.varve.schema.change.Change.CreateTable;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropIndex;
import dev.varve.schema.change.Change.DropTable;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameEnumValue;
import dev.varve.schema.change.Change.RenameTable;
import dev.varve.schema.change.Conversion;
import dev.varve.schema.change.Conversions;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.sql.Mentions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may go wrong with PostgreSQL's steps though each has its safe form. */
final class PostgresHazards {
  private final Schema to;
  private final Evolution evolution;
  private final Conversions conversions;

  /** What is new. */
  private final Set<ColumnName> fresh = new HashSet<>();

  /** New columns in which existing rows have no value. */
  private final Set<ColumnName> empty = new HashSet<>();

  private final Set<ColumnName> filled = new HashSet<>();

  /** What goes, so that there is nothing else to say of it. */
  private final Set<ColumnName> gone = new HashSet<>();

  /** What is dropped and added for a while only. */
  private final Set<Object> dropped = new HashSet<>();

  private final Set<Object> added = new HashSet<>();
  private final HazardList list = new HazardList();

  private PostgresHazards(Schema to, Evolution evolution) {
    this.to = to;
    this.evolution = evolution;
    conversions = new Conversions(evolution.from(), evolution.to());
  }

  /**
   * What may go wrong with some steps.
   *
   * @param to the schema to which they lead, in physical form
   * @param all the steps of all scripts
   */
  static List<Hazard> of(List<Step> steps, Schema to, List<Step> all, Evolution evolution) {
    PostgresHazards found = new PostgresHazards(to, evolution);
    all.forEach(step -> step.changes().forEach(found::learn));
    for (Step step : steps) {
      found.find(step);
    }
    return found.list.found();
  }

  /** Only what a way back may do to those who use the tables. */
  static List<Hazard> ofRewrites(List<Step> steps, Schema to, Evolution evolution) {
    List<Hazard> rewrites = new ArrayList<>();
    for (Hazard hazard : of(steps, to, steps, evolution)) {
      if (hazard.code() == HazardCode.PG301 || hazard.code() == HazardCode.PG331) {
        rewrites.add(hazard);
      }
    }
    return rewrites;
  }

  private void learn(Change change) {
    if (change instanceof CreateTable create) {
      fresh.add(new ColumnName(create.table(), ""));
    } else if (change instanceof AddColumn add) {
      ColumnName name = new ColumnName(add.table(), add.column().name());
      fresh.add(name);
      if (add.column().source() instanceof Given) {
        empty.add(name);
      }
    } else if (change instanceof AlterColumn alter) {
      if (Columns.isGiven(alter.fill())) {
        filled.add(new ColumnName(alter.table(), alter.to().name()));
        empty.remove(new ColumnName(alter.table(), alter.to().name()));
      }
    } else if (change instanceof DropTable drop) {
      gone.add(new ColumnName(drop.table(), ""));
    } else if (change instanceof DropColumn drop) {
      gone.add(new ColumnName(drop.table(), drop.column().name()));
    } else if (change instanceof AddConstraint add) {
      added.add(List.of(add.table(), add.constraint()));
    } else if (change instanceof DropConstraint drop) {
      dropped.add(List.of(drop.table(), drop.constraint()));
    } else if (change instanceof AddIndex add) {
      added.add(List.of(add.table(), add.index()));
    } else if (change instanceof DropIndex drop) {
      dropped.add(List.of(drop.table(), drop.index()));
    }
  }

  private void find(Step step) {
    if (step.kind() == Step.Kind.CHECK) {
      DropConstraint drop = (DropConstraint) step.changes().get(0);
      AddConstraint add = (AddConstraint) step.changes().get(1);
      if (!WordLists.widens((Check) drop.constraint(), (Check) add.constraint())) {
        check(add);
      }
      return;
    }
    for (Change change : step.changes()) {
      find(step, change);
    }
  }

  private void find(Step step, Change change) {
    if (change instanceof DropTable drop) {
      list.droppedTable(drop.table());
    } else if (change instanceof DropColumn drop && step.kind() == Step.Kind.SINGLE) {
      drop(drop);
    } else if (change instanceof RenameTable rename) {
      table(rename);
    } else if (change instanceof RenameColumn rename) {
      column(rename);
    } else if (change instanceof AlterColumn alter) {
      alter(step, alter);
    } else if (change instanceof AddColumn addition && step.kind() == Step.Kind.SINGLE) {
      add(addition);
    } else if (change instanceof AddConstraint || change instanceof AddIndex) {
      rule(step, change);
    } else if (change instanceof DropConstraint drop) {
      drop(step, drop);
    } else {
      values(change);
    }
  }

  /** Only what stays: names for a while are nobody's concern. */
  private void table(RenameTable change) {
    for (Map.Entry<QualifiedName, QualifiedName> rename : evolution.renames().tables().entrySet()) {
      if (rename.getValue().equals(change.to())) {
        list.renamedTable(rename.getKey(), change.to());
      }
    }
  }

  private void column(RenameColumn change) {
    for (Map.Entry<ColumnName, String> rename : evolution.renames().columns().entrySet()) {
      QualifiedName table = evolution.renames().table(rename.getKey().table());
      if (rename.getValue().equals(change.to()) && table.equals(change.table())) {
        list.renamedColumn(table, rename.getKey().column(), change.to());
      }
    }
  }

  private void drop(DropColumn change) {
    if (!Columns.isComputed(change.column())) {
      list.droppedColumn(change.table(), change.column().name());
    }
  }

  private void add(AddColumn change) {
    Column column = change.column();
    if (Columns.isComputed(column) && ((Computed) column.source()).stored()) {
      rewrite(change.table(), column.name());
    }
  }

  private void alter(Step step, AlterColumn change) {
    Column from = change.from();
    Column to = change.to();
    String name = to.name();
    if (step.kind() == Step.Kind.WORDS) {
      words(change.table(), name);
    } else if (step.kind() == Step.Kind.TYPES) {
      type(change);
    } else if (from.nullable() && !to.nullable()) {
      boolean isNew = fresh.contains(new ColumnName(change.table(), name));
      if (isNew && to.source() instanceof Given) {
        list.newNotNull(change.table(), name);
      } else if (!isNew) {
        list.notNull(change.table(), name);
      }
    }
  }

  private void type(AlterColumn change) {
    if (change.to().source() instanceof Computed computed) {
      if (computed.stored()) {
        rewrite(change.table(), change.to().name());
      }
      return;
    }
    switch (TypeChange.of(change.from(), change.to())) {
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

  private void rule(Step step, Change change) {
    if (step.kind() == Step.Kind.TYPES || step.kind() == Step.Kind.WORDS) {
      return;
    }
    if (change instanceof AddIndex add) {
      if (add.index().unique()
          && !fresh.contains(new ColumnName(add.table(), ""))
          && !dropped.contains(List.of(add.table(), add.index()))) {
        unique(add.table(), "");
      }
      return;
    }
    AddConstraint add = (AddConstraint) change;
    Constraint constraint = add.constraint();
    if (fresh.contains(new ColumnName(add.table(), ""))
        || dropped.contains(List.of(add.table(), constraint))) {
      return;
    }
    if (constraint instanceof Check) {
      check(add);
    } else if (constraint instanceof ForeignKey key) {
      foreignKey(add.table(), key);
    } else {
      List<String> columns = Columns.of(constraint);
      unique(add.table(), columns.size() == 1 ? columns.get(0) : "");
    }
  }

  private void check(AddConstraint add) {
    Check check = (Check) add.constraint();
    String column = only(add.table(), check);
    if (fresh.contains(new ColumnName(add.table(), column))
        && !filled.contains(new ColumnName(add.table(), column))) {
      return;
    }
    list.check(add.table(), column, check.name());
  }

  /** The only column that a check mentions; empty: there are several. */
  private String only(QualifiedName name, Check check) {
    String only = "";
    for (Table table : to.tables()) {
      if (table.name().equals(name)) {
        for (Column column : table.columns()) {
          if (Mentions.of(check, column.name(), Dialect.POSTGRESQL)) {
            if (!only.isEmpty()) {
              return "";
            }
            only = column.name();
          }
        }
      }
    }
    return only;
  }

  private void foreignKey(QualifiedName table, ForeignKey key) {
    for (String column : key.columns()) {
      if (empty.contains(new ColumnName(table, column))) {
        return;
      }
    }
    list.foreignKey(table, key.columns().size() == 1 ? key.columns().get(0) : "", key.target());
  }

  private void unique(QualifiedName table, String column) {
    if (!empty.contains(new ColumnName(table, column))) {
      list.unique(table, column);
    }
  }

  private void drop(Step step, DropConstraint change) {
    Constraint constraint = change.constraint();
    if (added.contains(List.of(change.table(), constraint)) || isGone(change)) {
      return;
    }
    if (constraint instanceof ForeignKey key) {
      list.droppedForeignKey(
          change.table(), key.columns().size() == 1 ? key.columns().get(0) : "", key.target());
    } else if (constraint instanceof Check check && step.kind() == Step.Kind.SINGLE) {
      list.droppedCheck(change.table(), only(change.table(), check), check.name());
    } else if (constraint instanceof PrimaryKey) {
      list.droppedPrimaryKey(change.table());
    }
  }

  private boolean isGone(DropConstraint change) {
    QualifiedName table = change.table();
    if (gone.contains(new ColumnName(table, ""))) {
      return true;
    }
    if (change.constraint() instanceof ForeignKey key) {
      boolean columnGone = false;
      for (String column : key.columns()) {
        columnGone |= gone.contains(new ColumnName(table, column));
      }
      return columnGone || gone.contains(new ColumnName(key.target(), ""));
    }
    if (change.constraint() instanceof Check check) {
      for (ColumnName column : gone) {
        if (column.table().equals(table)
            && Mentions.of(check, column.column(), Dialect.POSTGRESQL)) {
          return true;
        }
      }
    }
    return false;
  }

  private void words(QualifiedName table, String column) {
    list.renamedWords(table, column);
  }

  private void values(Change change) {
    if (change instanceof RenameEnumValue rename) {
      ofType(rename.type(), false);
    } else if (change instanceof AlterEnum alter
        && !isMore(alter.from().values(), alter.to().values())) {
      ofType(alter.to().name(), true);
    }
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
          words(table.name(), column.name());
          if (replaced) {
            rewrite(table.name(), column.name());
          }
        }
      }
    }
  }
}
