package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Constraint;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.sql.Mentions;
import java.util.List;

/** What rows may do to new constraints on PostgreSQL, and may do once others are gone. */
final class PostgresConstraintHazards {
  private final Schema to;
  private final StepResult result;
  private final HazardList list;

  PostgresConstraintHazards(Schema to, StepResult result, HazardList list) {
    this.to = to;
    this.result = result;
    this.list = list;
  }

  void add(AddIndex change) {
    QualifiedName table = change.table();
    if (change.index().unique()
        && !result.isNew(table)
        && !result.wasThere(table, change.index())) {
      unique(table, "");
    }
  }

  void add(AddConstraint change) {
    Constraint constraint = change.constraint();
    QualifiedName table = change.table();
    if (result.isNew(table) || result.wasThere(table, constraint)) {
      return;
    }
    if (constraint instanceof Check check) {
      check(table, check);
    } else if (constraint instanceof ForeignKey key) {
      foreignKey(table, key);
    } else {
      unique(table, single(Columns.of(constraint)));
    }
  }

  /** A CHECK takes the place of another. */
  void replace(DropConstraint drop, AddConstraint add) {
    Check check = (Check) add.constraint();
    if (!WordLists.widens((Check) drop.constraint(), check)) {
      check(add.table(), check);
    }
  }

  private void check(QualifiedName table, Check check) {
    String column = only(table, check);
    ColumnName name = new ColumnName(table, column);
    boolean nullForAll = result.isNew(name) && !result.isFilled(name);
    if (!nullForAll) {
      list.check(table, column, check.name());
    }
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
      if (result.isEmpty(new ColumnName(table, column))) {
        return;
      }
    }
    list.foreignKey(table, single(key.columns()), key.target());
  }

  private void unique(QualifiedName table, String column) {
    if (!result.isEmpty(new ColumnName(table, column))) {
      list.unique(table, column);
    }
  }

  private static String single(List<String> columns) {
    return columns.size() == 1 ? columns.get(0) : "";
  }

  /**
   * @param alone whether nothing else is done in the same step
   */
  void drop(DropConstraint change, boolean alone) {
    Constraint constraint = change.constraint();
    QualifiedName table = change.table();
    if (result.comesBack(table, constraint) || result.goesAlong(table, constraint)) {
      return;
    }
    if (constraint instanceof ForeignKey key) {
      list.droppedForeignKey(table, single(key.columns()), key.target());
    } else if (constraint instanceof Check check && alone) {
      list.droppedCheck(table, only(table, check), check.name());
    } else if (constraint instanceof PrimaryKey) {
      list.droppedPrimaryKey(table);
    }
  }
}
