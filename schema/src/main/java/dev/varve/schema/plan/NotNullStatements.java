package dev.varve.schema.plan;

import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Fill;
import dev.varve.schema.sql.PostgresActions;
import dev.varve.schema.sql.PostgresOnline;
import java.util.ArrayList;
import java.util.List;

/** Columns get values and need them from then on, while others read and write. */
final class NotNullStatements {
  private static final String LOST = "Rows without a value: the one that they had is lost.";
  private static final String UNKNOWN =
      "Nothing tells what rows without a value shall have: stop before anything is half done.";

  private static final String EMPTY =
      "Stop where the expression has no value for a row, before anybody is kept from updating it.";

  private final PostgresActions actions = new PostgresActions();
  private final PostgresOnline online = new PostgresOnline();
  private final Versions versions;
  private final LargeTables large;
  private final boolean back;

  /**
   * @param back whether changes are taken back
   */
  NotNullStatements(Versions versions, LargeTables large, boolean back) {
    this.versions = versions;
    this.large = large;
    this.back = back;
  }

  /** Rows without a value get one. */
  Statement backfill(String comment, QualifiedName table, String column, Fill fill) {
    String update = online.backfill(table, column, Columns.given(fill));
    return large.update(comment, table, column, update);
  }

  /**
   * The check that proves that there is no null comes after the values: it concerns updates of rows
   * that are there already, too.
   */
  List<Statement> of(QualifiedName table, String column, Fill fill) {
    List<Statement> all = new ArrayList<>();
    boolean filled = Columns.isGiven(fill);
    if (filled) {
      all.add(backfill(back ? LOST : "", table, column, fill));
    }
    if (!filled || Nullness.mayBeNull(Columns.given(fill))) {
      all.add(filled ? requireFilled(table, column, fill) : require(table, column));
    }
    String proof = Names.fit(table.name() + '_' + column, "not_null_check");
    boolean inPlace = versions.postgresql() >= 18;
    all.add(
        Statement.of(
            inPlace
                ? online.addNotNull(table, column)
                : actions.alter(
                    table,
                    List.of(
                        actions.dropConstraintIfExists(proof),
                        actions.addNotNullCheck(proof, column)))));
    if (filled) {
      all.add(backfill(OnlineStatements.MEANWHILE, table, column, fill));
    }
    all.addAll(
        inPlace
            ? Statement.all(online.validateNotNull(table, column))
            : proven(table, column, proof));
    return all;
  }

  private Statement require(QualifiedName table, String column) {
    String message = "rows of " + table + " have no " + column + ": give them values first";
    return new Statement(back ? UNKNOWN : "", online.requireValues(table, column, message));
  }

  /** Once the proof is there, rows that the expression leaves without a value can't be updated. */
  private Statement requireFilled(QualifiedName table, String column, Fill fill) {
    String expression = Columns.given(fill);
    String message =
        "rows of "
            + table
            + " get no "
            + column
            + " from "
            + expression
            + ": give them values first";
    return new Statement(EMPTY, online.requireValues(table, column, expression, message));
  }

  /**
   * The check has to go in a statement of its own: together with SET NOT NULL the table would be
   * read again (measured with versions 14 and 18).
   */
  private List<Statement> proven(QualifiedName table, String column, String proof) {
    return Statement.all(
        actions.alter(table, actions.validate(proof)),
        actions.alter(table, actions.setNotNull(column)),
        actions.alter(table, actions.dropConstraintIfExists(proof)));
  }

  /** A new column that counts: rows that are there get numbers, too. */
  List<Statement> counter(AlterColumn change) {
    QualifiedName table = change.table();
    String column = change.to().name();
    Fill next = new Fill.Computed(ColumnSteps.sql(online.nextValue(table, column)));
    List<Statement> all =
        Statement.all(online.createCounter(table, column), online.countBy(table, column));
    all.addAll(of(table, column, next));
    all.add(Statement.of(online.takeOverCounter(table, column)));
    return all;
  }
}
