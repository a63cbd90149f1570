package dev.varve.project;

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
import java.util.ArrayList;
import java.util.List;

/** Says in words what changes: {@code column customers.phone is new}. */
final class ChangeWords implements ChangeVisitor<String> {
  /** More would hide what else a message has to say. */
  private static final int MOST = 10;

  private ChangeWords() {}

  /** The main changes, or as many of them as one reads. */
  static String of(List<Change> changes) {
    List<String> words = new ArrayList<>();
    for (Change change : MainChanges.of(changes)) {
      words.add(change.accept(new ChangeWords()));
    }
    int more = words.size() - MOST;
    return more <= 0
        ? String.join(", ", words)
        : String.join(", ", words.subList(0, MOST)) + " and " + more + " more";
  }

  @Override
  public String createSchema(CreateSchema change) {
    return "schema " + change.name() + " is new";
  }

  @Override
  public String dropSchema(DropSchema change) {
    return "schema " + change.name() + " is gone";
  }

  @Override
  public String createEnum(CreateEnum change) {
    return "enum type " + change.type().name() + " is new";
  }

  @Override
  public String dropEnum(DropEnum change) {
    return "enum type " + change.type().name() + " is gone";
  }

  @Override
  public String renameEnum(RenameEnum change) {
    return "enum type " + change.from() + " is called " + change.to();
  }

  @Override
  public String renameEnumValue(RenameEnumValue change) {
    return "value " + change.from() + " of " + change.type() + " is called " + change.to();
  }

  @Override
  public String alterEnum(AlterEnum change) {
    return "enum type " + change.to().name() + " differs";
  }

  @Override
  public String createTable(CreateTable change) {
    return "table " + change.table() + " is new";
  }

  @Override
  public String dropTable(DropTable change) {
    return "table " + change.table() + " is gone";
  }

  @Override
  public String renameTable(RenameTable change) {
    return "table " + change.table() + " is called " + change.to();
  }

  @Override
  public String commentTable(CommentTable change) {
    return "the comment of table " + change.table() + " differs";
  }

  @Override
  public String addColumn(AddColumn change) {
    return "column " + change.table() + '.' + change.column().name() + " is new";
  }

  @Override
  public String dropColumn(DropColumn change) {
    return "column " + change.table() + '.' + change.column().name() + " is gone";
  }

  @Override
  public String renameColumn(RenameColumn change) {
    return "column " + change.table() + '.' + change.from() + " is called " + change.to();
  }

  @Override
  public String alterColumn(AlterColumn change) {
    return "column " + change.table() + '.' + change.to().name() + " differs";
  }

  @Override
  public String addConstraint(AddConstraint change) {
    return "constraint " + change.constraint().name() + " of " + change.table() + " is new";
  }

  @Override
  public String dropConstraint(DropConstraint change) {
    return "constraint " + change.constraint().name() + " of " + change.table() + " is gone";
  }

  @Override
  public String renameConstraint(RenameConstraint change) {
    return "constraint " + change.constraint().name() + " is called " + change.to();
  }

  @Override
  public String addIndex(AddIndex change) {
    return "index " + change.index().name() + " of " + change.table() + " is new";
  }

  @Override
  public String dropIndex(DropIndex change) {
    return "index " + change.index().name() + " of " + change.table() + " is gone";
  }

  @Override
  public String renameIndex(RenameIndex change) {
    return "index " + change.from() + " is called " + change.to();
  }
}
