package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Constraint;
import dev.varve.schema.Dialect;
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
import dev.varve.schema.change.Fill;
import dev.varve.schema.sql.PostgresActions;
import dev.varve.schema.sql.PostgresOnline;
import dev.varve.schema.sql.PostgresStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes as they're written where every statement is a transaction of its own: others read and
 * write meanwhile, and a statement that was interrupted can run again.
 */
final class OnlineStatements implements ChangeVisitor<List<Statement>> {
  private static final String MEANWHILE = "Rows that came meanwhile.";
  private static final String LOST = "Rows without a value: the one that they had is lost.";
  private static final String UNKNOWN =
      "Nothing tells what rows without a value shall have: stop before anything is half done.";

  private final PostgresStatements statements = new PostgresStatements();
  private final PostgresActions actions = new PostgresActions();
  private final PostgresOnline online = new PostgresOnline();
  private final TypeStatements types;
  private final Versions versions;
  private final boolean back;

  /**
   * @param back whether changes are taken back
   */
  OnlineStatements(Versions versions, boolean back) {
    this.versions = versions;
    this.back = back;
    types = new TypeStatements(versions);
  }

  private static List<Statement> plain(String... all) {
    List<Statement> plain = new ArrayList<>(all.length);
    for (String sql : all) {
      plain.add(Statement.of(sql));
    }
    return plain;
  }

  @Override
  public List<Statement> addColumn(AddColumn change) {
    List<Statement> all =
        plain(actions.alter(change.table(), actions.addColumnIfMissing(change.column())));
    if (!change.column().comment().isEmpty()) {
      all.add(Statement.of(statements.commentColumn(change.table(), change.column())));
    }
    return all;
  }

  @Override
  public List<Statement> dropColumn(DropColumn change) {
    return plain(actions.alter(change.table(), actions.dropColumnIfExists(change.column().name())));
  }

  @Override
  public List<Statement> alterColumn(AlterColumn change) {
    Column from = change.from();
    Column to = change.to();
    List<Statement> all = new ArrayList<>();
    if (from.source() instanceof Identity && !(to.source() instanceof Identity)) {
      all.addAll(plain(actions.alter(change.table(), actions.dropIdentity(to.name()))));
    }
    if (from.nullable() && !to.nullable()) {
      all.addAll(notNull(change.table(), to.name(), change.fill()));
    } else if (!from.nullable() && to.nullable()) {
      all.addAll(plain(actions.alter(change.table(), actions.dropNotNull(to.name()))));
    } else if (Columns.isGiven(change.fill())) {
      all.addAll(plain(backfill(change.table(), to.name(), change.fill())));
    }
    if (to.source() instanceof Identity && !(from.source() instanceof Identity)) {
      all.addAll(plain(online.addIdentity(change.table(), to.name())));
    }
    return all;
  }

  private String backfill(QualifiedName table, String column, Fill fill) {
    return online.backfill(table, column, text(((Fill.Computed) fill).expression()));
  }

  private static String text(Sql sql) {
    return sql.in(Dialect.POSTGRESQL).orElseThrow();
  }

  /**
   * The check that proves that there is no null comes after the values: it concerns updates of rows
   * that are there already, too. It has to go in a statement of its own: together with SET NOT NULL
   * the table would be read again (measured with versions 14 and 18).
   */
  private List<Statement> notNull(QualifiedName table, String column, Fill fill) {
    List<Statement> all = new ArrayList<>();
    boolean filled = Columns.isGiven(fill);
    if (filled) {
      String why = back ? LOST : "";
      all.add(new Statement(why, backfill(table, column, fill)));
    } else {
      String message = "rows of " + table + " have no " + column + ": give them values first";
      String why = back ? UNKNOWN : "";
      all.add(new Statement(why, online.requireValues(table, column, message)));
    }
    boolean inPlace = versions.postgresql() >= 18;
    String proof = Names.fit(table.name() + '_' + column, "not_null_check");
    String add = actions.addNotNullCheck(proof, column);
    all.addAll(
        plain(
            inPlace
                ? online.addNotNull(table, column)
                : actions.alter(table, List.of(actions.dropConstraintIfExists(proof), add))));
    if (filled) {
      all.add(new Statement(MEANWHILE, backfill(table, column, fill)));
    }
    all.addAll(
        inPlace
            ? plain(online.validateNotNull(table, column))
            : plain(
                actions.alter(table, actions.validate(proof)),
                actions.alter(table, actions.setNotNull(column)),
                actions.alter(table, actions.dropConstraintIfExists(proof))));
    return all;
  }

  /** A new column that counts: rows that are there get numbers, too. */
  List<Statement> counter(AlterColumn change) {
    QualifiedName table = change.table();
    String column = change.to().name();
    if (!(change.to().source() instanceof Identity)) {
      return plain(
          actions.alter(table, List.of(actions.dropIdentity(column), actions.dropNotNull(column))));
    }
    Fill next = new Fill.Computed(ColumnSteps.sql(online.nextValue(table, column)));
    List<Statement> all = plain(online.createCounter(table, column), online.countBy(table, column));
    all.addAll(notNull(table, column, next));
    all.addAll(plain(online.takeOverCounter(table, column)));
    return all;
  }

  List<Statement> types(List<Change> changes) {
    return types.of(changes);
  }

  /** The words of a column are replaced while no CHECK lists them. */
  List<Statement> words(List<Change> changes) {
    QualifiedName table = ((Change.OfTable) changes.get(0)).table();
    List<String> former = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    List<String> adds = new ArrayList<>();
    List<String> validations = new ArrayList<>();
    String update = "";
    String once = "";
    boolean chained = false;
    for (Change change : changes) {
      if (change instanceof DropConstraint drop) {
        former.add(drop.constraint().name());
        drops.add(actions.dropConstraintIfExists(drop.constraint().name()));
      } else if (change instanceof AddConstraint add) {
        adds.add(actions.dropConstraintIfExists(add.constraint().name()));
        adds.add(actions.addNotValid(add.constraint()));
        validations.add(actions.alter(table, actions.validate(add.constraint().name())));
      } else if (change instanceof AlterColumn alter
          && alter.fill() instanceof Fill.Replaced replaced) {
        Map<String, String> words = replaced.words();
        update = online.replaceWords(table, alter.to(), words);
        chained = words.values().stream().anyMatch(words::containsKey);
      } else if (change instanceof AlterColumn alter && Columns.isGiven(alter.fill())) {
        String expression = text(((Fill.Computed) alter.fill()).expression());
        update = online.setAll(table, alter.to().name(), expression);
        once = Names.fit(table.name() + '_' + alter.to().name(), "converted_check");
      }
    }
    List<Statement> all = new ArrayList<>();
    if (!once.isEmpty()) {
      all.add(
          new Statement(
              "All rows get another value, which must not happen twice: a constraint remembers it.",
              online.once(table, once, drops, update, adds)));
      all.addAll(plain(actions.alter(table, actions.dropConstraintIfExists(once))));
    } else if (chained && !former.isEmpty()) {
      all.add(
          new Statement(
              "Words take each other's place: that must not happen twice.",
              online.whileValid(table, former.get(0), drops, update, adds)));
    } else {
      separately(all, table, drops, adds, update);
    }
    all.addAll(plain(validations.toArray(new String[0])));
    return all;
  }

  private void separately(
      List<Statement> all,
      QualifiedName table,
      List<String> drops,
      List<String> adds,
      String update) {
    boolean updates = !update.isEmpty();
    if (!drops.isEmpty() && (updates || adds.isEmpty())) {
      all.addAll(plain(actions.alter(table, drops)));
    }
    if (updates) {
      all.addAll(plain(update));
    }
    if (!adds.isEmpty()) {
      all.addAll(plain(actions.alter(table, updates ? adds : merged(drops, adds))));
      if (updates) {
        all.add(new Statement(MEANWHILE, update));
      }
    }
  }

  private static List<String> merged(List<String> drops, List<String> adds) {
    List<String> merged = new ArrayList<>(drops);
    for (String add : adds) {
      if (!merged.contains(add)) {
        merged.add(add);
      }
    }
    return merged;
  }

  @Override
  public List<Statement> addConstraint(AddConstraint change) {
    Constraint constraint = change.constraint();
    QualifiedName table = change.table();
    String validate = actions.alter(table, actions.validate(constraint.name()));
    if (constraint instanceof Check check) {
      return plain(actions.alter(table, replaced(check)), validate);
    }
    if (constraint instanceof ForeignKey) {
      return plain(online.addNotValid(table, constraint), validate);
    }
    Index index = index(constraint, constraint.name());
    return plain(
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
    return plain(
        actions.alter(change.table(), actions.dropConstraintIfExists(change.constraint().name())));
  }

  List<Statement> replaceCheck(DropConstraint drop, AddConstraint add) {
    Check check = (Check) add.constraint();
    return plain(
        actions.alter(drop.table(), replaced(check)),
        actions.alter(drop.table(), actions.validate(check.name())));
  }

  List<Statement> replaceKey(DropConstraint drop, AddConstraint add) {
    String next = Names.fit(add.constraint().name(), "new");
    return plain(
        statements.createIndexConcurrently(drop.table(), index(add.constraint(), next)),
        online.replaceKey(drop.table(), drop.constraint().name(), add.constraint(), next));
  }

  @Override
  public List<Statement> addIndex(AddIndex change) {
    return plain(statements.createIndexConcurrently(change.table(), change.index()));
  }

  @Override
  public List<Statement> dropIndex(DropIndex change) {
    return plain(statements.dropIndexConcurrently(change.table(), change.index().name()));
  }

  List<Statement> replaceIndex(DropIndex drop, AddIndex add) {
    Index index = add.index();
    String next = Names.fit(index.name(), "new");
    Index built =
        new Index(
            next, index.parts(), index.unique(), index.method(), index.include(), index.where());
    return plain(
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
