package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Constraint;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.ValueSource.Identity;
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
import dev.varve.schema.sql.PostgresActions;
import dev.varve.schema.sql.PostgresOnline;
import dev.varve.schema.sql.PostgresStatements;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes as they're written where every statement is a transaction of its own: others read and
 * write meanwhile, and a statement that was interrupted can run again.
 */
final class OnlineStatements implements ChangeVisitor<List<Statement>> {
  /** Why what was done already is done once more. */
  static final String MEANWHILE = "Rows that came meanwhile.";

  private final PostgresStatements statements = new PostgresStatements();
  private final PostgresActions actions = new PostgresActions();
  private final PostgresOnline online = new PostgresOnline();
  private final TypeStatements types;
  private final NotNullStatements notNull;
  private final LargeTables large;

  /**
   * @param large the tables whose rows get values in batches
   * @param back whether changes are taken back
   */
  OnlineStatements(Versions versions, LargeTables large, boolean back) {
    this.large = large;
    notNull = new NotNullStatements(versions, large, back);
    types = new TypeStatements(versions);
  }

  @Override
  public List<Statement> addColumn(AddColumn change) {
    List<Statement> all =
        Statement.all(actions.alter(change.table(), actions.addColumnIfMissing(change.column())));
    if (!change.column().comment().isEmpty()) {
      all.add(Statement.of(statements.commentColumn(change.table(), change.column())));
    }
    return all;
  }

  @Override
  public List<Statement> dropColumn(DropColumn change) {
    return Statement.all(
        actions.alter(change.table(), actions.dropColumnIfExists(change.column().name())));
  }

  @Override
  public List<Statement> alterColumn(AlterColumn change) {
    Column from = change.from();
    Column to = change.to();
    List<Statement> all = new ArrayList<>();
    if (from.source() instanceof Identity && !(to.source() instanceof Identity)) {
      all.add(Statement.of(actions.alter(change.table(), actions.dropIdentity(to.name()))));
    }
    if (from.nullable() && !to.nullable()) {
      all.addAll(notNull.of(change.table(), to.name(), change.fill()));
    } else if (!from.nullable() && to.nullable()) {
      all.add(Statement.of(actions.alter(change.table(), actions.dropNotNull(to.name()))));
    } else if (Columns.isGiven(change.fill())) {
      all.add(notNull.backfill("", change.table(), to.name(), change.fill()));
    }
    if (to.source() instanceof Identity && !(from.source() instanceof Identity)) {
      all.add(Statement.of(online.addIdentity(change.table(), to.name())));
    }
    return all;
  }

  /** A new column becomes a counter, or one that was stops to be. */
  List<Statement> counter(AlterColumn change) {
    if (change.to().source() instanceof Identity) {
      return notNull.counter(change);
    }
    String column = change.to().name();
    return Statement.all(
        actions.alter(
            change.table(), List.of(actions.dropIdentity(column), actions.dropNotNull(column))));
  }

  List<Statement> words(List<Change> changes) {
    return WordStatements.of(changes, large);
  }

  List<Statement> types(List<Change> changes) {
    return types.of(changes);
  }

  @Override
  public List<Statement> addConstraint(AddConstraint change) {
    Constraint constraint = change.constraint();
    QualifiedName table = change.table();
    String validate = actions.alter(table, actions.validate(constraint.name()));
    if (constraint instanceof Check check) {
      return Statement.all(actions.alter(table, replaced(check)), validate);
    }
    if (constraint instanceof ForeignKey) {
      return Statement.all(online.addNotValid(table, constraint), validate);
    }
    Index index = index(constraint, constraint.name());
    return Statement.all(
        statements.createIndexConcurrently(table, index), online.addKey(table, constraint));
  }

  private static Index index(Constraint key, String name) {
    List<Index.Part> parts = new ArrayList<>();
    for (String column : Columns.of(key)) {
      parts.add(new ColumnPart(column, false));
    }
    return new Index(name, parts, true, "", List.of(), Sql.NONE);
  }

  private List<String> replaced(Check check) {
    return List.of(actions.dropConstraintIfExists(check.name()), actions.addNotValid(check));
  }

  @Override
  public List<Statement> dropConstraint(DropConstraint change) {
    return Statement.all(
        actions.alter(change.table(), actions.dropConstraintIfExists(change.constraint().name())));
  }

  List<Statement> replaceCheck(DropConstraint drop, AddConstraint add) {
    Check check = (Check) add.constraint();
    return Statement.all(
        actions.alter(drop.table(), replaced(check)),
        actions.alter(drop.table(), actions.validate(check.name())));
  }

  List<Statement> replaceKey(DropConstraint drop, AddConstraint add) {
    String next = Names.fit(add.constraint().name(), "new");
    return Statement.all(
        statements.createIndexConcurrently(drop.table(), index(add.constraint(), next)),
        online.replaceKey(drop.table(), drop.constraint().name(), add.constraint(), next));
  }

  @Override
  public List<Statement> addIndex(AddIndex change) {
    return Statement.all(statements.createIndexConcurrently(change.table(), change.index()));
  }

  @Override
  public List<Statement> dropIndex(DropIndex change) {
    return Statement.all(statements.dropIndexConcurrently(change.table(), change.index().name()));
  }

  List<Statement> replaceIndex(DropIndex drop, AddIndex add) {
    Index index = add.index();
    String next = Names.fit(index.name(), "new");
    Index built =
        new Index(
            next, index.parts(), index.unique(), index.method(), index.include(), index.where());
    return Statement.all(
        statements.createIndexConcurrently(add.table(), built),
        statements.dropIndexConcurrently(add.table(), index.name()),
        statements.renameIndexIfExists(add.table(), next, index.name()));
  }

  private static IllegalArgumentException neverOnline(Change change) {
    return new IllegalArgumentException("this needs a transaction: " + change);
  }

  @Override
  public List<Statement> createSchema(CreateSchema change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> dropSchema(DropSchema change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> createEnum(CreateEnum change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> dropEnum(DropEnum change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> renameEnum(RenameEnum change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> renameEnumValue(RenameEnumValue change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> alterEnum(AlterEnum change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> createTable(CreateTable change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> dropTable(DropTable change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> renameTable(RenameTable change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> commentTable(CommentTable change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> renameColumn(RenameColumn change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> renameConstraint(RenameConstraint change) {
    throw neverOnline(change);
  }

  @Override
  public List<Statement> renameIndex(RenameIndex change) {
    throw neverOnline(change);
  }
}
