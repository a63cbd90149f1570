package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Identity;
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
import dev.varve.schema.sql.PostgresEnums;
import dev.varve.schema.sql.PostgresOnline;
import dev.varve.schema.sql.PostgresStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes by themselves as they're written in a transaction: as plain as they can be. */
final class TransactionalStatements implements ChangeVisitor<List<Statement>> {
  private final PostgresStatements statements = new PostgresStatements();
  private final PostgresActions actions = new PostgresActions();
  private final PostgresOnline online = new PostgresOnline();
  private final List<Table> tables;
  private final RenamedTables renamed;
  private final boolean canAddValues;

  /**
   * @param tables the tables that are there when an enum type changes
   * @param renamed the tables that are renamed
   * @param canAddValues whether nothing else of the script uses values that enum types get
   */
  TransactionalStatements(Schema tables, RenamedTables renamed, boolean canAddValues) {
    this.tables = tables.tables();
    this.renamed = renamed;
    this.canAddValues = canAddValues;
  }

  private static List<Statement> plain(String sql) {
    return List.of(Statement.of(sql));
  }

  private static List<Statement> plain(List<String> all) {
    List<Statement> plain = new ArrayList<>(all.size());
    for (String sql : all) {
      plain.add(Statement.of(sql));
    }
    return plain;
  }

  private List<Statement> alter(QualifiedName table, String action) {
    return plain(actions.alter(table, action));
  }

  @Override
  public List<Statement> createSchema(CreateSchema change) {
    return PostgresStatements.isOurs(change.name())
        ? plain(statements.createSchema(change.name()))
        : List.of();
  }

  @Override
  public List<Statement> dropSchema(DropSchema change) {
    return PostgresStatements.isOurs(change.name())
        ? plain(statements.dropSchema(change.name()))
        : List.of();
  }

  @Override
  public List<Statement> createEnum(CreateEnum change) {
    List<Statement> all = new ArrayList<>(plain(statements.createType(change.type())));
    if (!change.type().comment().isEmpty()) {
      all.addAll(plain(statements.commentType(change.type().name(), change.type().comment())));
    }
    return all;
  }

  @Override
  public List<Statement> dropEnum(DropEnum change) {
    return plain(statements.dropType(change.type().name()));
  }

  @Override
  public List<Statement> renameEnum(RenameEnum change) {
    return plain(statements.renameType(change.from(), change.to()));
  }

  @Override
  public List<Statement> renameEnumValue(RenameEnumValue change) {
    return plain(statements.renameValue(change.type(), change.from(), change.to()));
  }

  @Override
  public List<Statement> alterEnum(AlterEnum change) {
    List<String> former = change.from().values();
    List<String> present = change.to().values();
    List<String> all = new ArrayList<>();
    if (!former.equals(present)) {
      if (!isMore(former, present) || !canAddValues) {
        return replaceEnum(change);
      }
      addValues(change, all);
    }
    if (!change.from().comment().equals(change.to().comment())) {
      all.add(statements.commentType(change.to().name(), change.to().comment()));
    }
    return plain(all);
  }

  private void addValues(AlterEnum change, List<String> all) {
    List<String> former = change.from().values();
    List<String> present = change.to().values();
    for (int i = 0; i < present.size(); i++) {
      if (!former.contains(present.get(i))) {
        boolean first = i == 0;
        String neighbour = first ? former.get(0) : present.get(i - 1);
        all.add(statements.addValue(change.to().name(), present.get(i), neighbour, first));
      }
    }
  }

  /** Whether all former values are there in their order. */
  private static boolean isMore(List<String> former, List<String> present) {
    List<String> kept = new ArrayList<>(present);
    kept.retainAll(former);
    return kept.equals(former);
  }

  private List<Statement> replaceEnum(AlterEnum change) {
    Map<String, String> words =
        change.replaced() instanceof Fill.Replaced replaced ? replaced.words() : Map.of();
    List<Statement> all = new ArrayList<>();
    List<String> sql = new PostgresEnums(change.from(), change.to(), tables, words).replace(tables);
    all.add(
        new Statement(
            "An enum type can't lose or move values: another one replaces it.", sql.get(0)));
    all.addAll(plain(sql.subList(1, sql.size())));
    return all;
  }

  @Override
  public List<Statement> createTable(CreateTable change) {
    return plain(statements.createTable(change.created()));
  }

  @Override
  public List<Statement> dropTable(DropTable change) {
    return plain(statements.dropTable(change.table()));
  }

  @Override
  public List<Statement> renameTable(RenameTable change) {
    return plain(statements.renameTable(renamed.before(change), change.to()));
  }

  @Override
  public List<Statement> commentTable(CommentTable change) {
    return plain(statements.commentTable(change.table(), change.to()));
  }

  /** Rows that are there get a constant as the default that the column is added with. */
  @Override
  public List<Statement> addColumn(AddColumn change) {
    Column column = change.column();
    Column filled =
        Columns.isGiven(change.fill())
            ? Columns.source(
                column, new ValueSource.Default(ColumnSteps.sql(Columns.given(change.fill()))))
            : column;
    List<Statement> all = new ArrayList<>(alter(change.table(), actions.addColumn(filled)));
    if (!actions.setDefault(filled).equals(actions.setDefault(column))) {
      all.addAll(alter(change.table(), actions.setDefault(column)));
    }
    if (!change.column().comment().isEmpty()) {
      all.addAll(plain(statements.commentColumn(change.table(), change.column())));
    }
    return all;
  }

  @Override
  public List<Statement> dropColumn(DropColumn change) {
    return alter(change.table(), actions.dropColumn(change.column().name()));
  }

  @Override
  public List<Statement> renameColumn(RenameColumn change) {
    return plain(statements.renameColumn(change.table(), renamed.before(change), change.to()));
  }

  @Override
  public List<Statement> alterColumn(AlterColumn change) {
    List<String> all = new ArrayList<>();
    Column to = change.to();
    if (!change.from().source().equals(to.source())) {
      source(change.table(), change.from().source(), to, all);
    }
    if (!change.from().comment().equals(to.comment())) {
      all.add(statements.commentColumn(change.table(), to));
    }
    return plain(all);
  }

  private void source(QualifiedName table, ValueSource from, Column to, List<String> all) {
    if (from instanceof Identity) {
      all.add(actions.alter(table, actions.dropIdentity(to.name())));
    }
    if (to.source() instanceof Identity) {
      if (from instanceof ValueSource.Default) {
        all.add(actions.alter(table, actions.dropDefault(to.name())));
      }
      all.add(actions.alter(table, actions.addIdentity(to.name())));
      all.add(online.startCounter(table, to.name()));
    } else if (!(from instanceof Identity) || to.source() instanceof ValueSource.Default) {
      all.add(actions.alter(table, actions.setDefault(to)));
    }
  }

  @Override
  public List<Statement> addConstraint(AddConstraint change) {
    return alter(change.table(), actions.add(change.constraint()));
  }

  @Override
  public List<Statement> dropConstraint(DropConstraint change) {
    return alter(change.table(), actions.dropConstraint(change.constraint().name()));
  }

  @Override
  public List<Statement> renameConstraint(RenameConstraint change) {
    return plain(
        statements.renameConstraint(change.table(), change.constraint().name(), change.to()));
  }

  @Override
  public List<Statement> addIndex(AddIndex change) {
    return plain(statements.createIndex(change.table(), change.index()));
  }

  @Override
  public List<Statement> dropIndex(DropIndex change) {
    return plain(statements.dropIndex(change.table(), change.index().name()));
  }

  @Override
  public List<Statement> renameIndex(RenameIndex change) {
    return plain(statements.renameIndex(change.table(), change.from(), change.to()));
  }
}
