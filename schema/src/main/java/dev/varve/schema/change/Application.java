package dev.varve.schema.change;

import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes each change in a schema. The answer is why it doesn't fit; empty: it is made. */
final class Application implements ChangeVisitor<String> {
  private static final String DONE = "";

  private final SchemaEdit schema;

  Application(SchemaEdit schema) {
    this.schema = schema;
  }

  private static String done(boolean done, String otherwise) {
    return done ? DONE : otherwise;
  }

  private String inTable(Change.OfTable change, Function<TableEdit, String> action) {
    TableEdit table = schema.table(change.table());
    return table == null ? "there is no table " + change.table() : action.apply(table);
  }

  @Override
  public String createSchema(CreateSchema change) {
    return done(!schema.uses(change.name()), "there is such a schema");
  }

  @Override
  public String dropSchema(DropSchema change) {
    return done(!schema.uses(change.name()), "it isn't empty");
  }

  @Override
  public String createEnum(CreateEnum change) {
    EnumType former = schema.enumTypes.putIfAbsent(change.type().name(), change.type());
    return done(former == null, "there is such a type");
  }

  @Override
  public String dropEnum(DropEnum change) {
    return done(
        schema.enumTypes.remove(change.type().name(), change.type()), "there is no such type");
  }

  @Override
  public String renameEnum(RenameEnum change) {
    EnumType type = schema.enumTypes.get(change.from());
    if (type == null || schema.enumTypes.containsKey(change.to())) {
      return type == null ? "there is no such type" : "there is a type " + change.to();
    }
    schema.enumTypes.remove(change.from());
    schema.enumTypes.put(
        change.to(), new EnumType(change.to(), type.values(), type.origin(), type.comment()));
    schema.renameType(change.from(), change.to());
    return DONE;
  }

  @Override
  public String renameEnumValue(RenameEnumValue change) {
    EnumType type = schema.enumTypes.get(change.type());
    if (type == null
        || !type.values().contains(change.from())
        || type.values().contains(change.to())) {
      return "there is no such type, or it has other values";
    }
    List<String> values = new ArrayList<>(type.values());
    values.set(values.indexOf(change.from()), change.to());
    schema.enumTypes.put(
        type.name(), new EnumType(type.name(), values, type.origin(), type.comment()));
    schema.renameValue(type.name(), change.from(), change.to());
    return DONE;
  }

  @Override
  public String alterEnum(AlterEnum change) {
    QualifiedName name = change.from().name();
    EnumType present = schema.enumTypes.get(name);
    if (present == null
        || !Same.types(present, change.from())
        || !name.equals(change.to().name())) {
      return "there is no such type, or it has other values";
    }
    schema.enumTypes.put(name, change.to());
    return DONE;
  }

  @Override
  public String createTable(CreateTable change) {
    if (schema.hasTable(change.table())) {
      return "there is such a table";
    }
    schema.add(change.created());
    return DONE;
  }

  @Override
  public String dropTable(DropTable change) {
    return inTable(
        change,
        table -> {
          if (!Same.tables(table.table(), change.dropped())) {
            return "the table is another";
          }
          schema.remove(change.table());
          return DONE;
        });
  }

  @Override
  public String renameTable(RenameTable change) {
    if (schema.hasTable(change.to())) {
      return "there is a table " + change.to();
    }
    return inTable(
        change,
        table -> {
          schema.renameTable(change.table(), change.to());
          return DONE;
        });
  }

  @Override
  public String commentTable(CommentTable change) {
    return inTable(
        change,
        table -> {
          boolean fits = table.comment.equals(change.from());
          table.comment = fits ? change.to() : table.comment;
          return done(fits, "the comment is another");
        });
  }

  @Override
  public String addColumn(AddColumn change) {
    return inTable(
        change,
        table ->
            done(
                table.column(change.column().name()) < 0 && table.columns.add(change.column()),
                "there is such a column"));
  }

  @Override
  public String dropColumn(DropColumn change) {
    return inTable(
        change,
        table ->
            done(
                table.columns.removeIf(column -> Same.columns(column, change.column())),
                "there is no such column"));
  }

  @Override
  public String renameColumn(RenameColumn change) {
    return inTable(
        change,
        table -> {
          if (table.column(change.from()) < 0 || table.column(change.to()) >= 0) {
            return "there is no such column, or one of its new name";
          }
          schema.renameColumn(table, change.from(), change.to());
          return DONE;
        });
  }

  @Override
  public String alterColumn(AlterColumn change) {
    return inTable(
        change,
        table -> {
          int place = table.column(change.from().name());
          if (place < 0 || !Same.columns(table.columns.get(place), change.from())) {
            return "there is no such column, or it is another";
          }
          table.columns.set(place, change.to());
          return done(change.from().name().equals(change.to().name()), "that's a rename");
        });
  }

  @Override
  public String addConstraint(AddConstraint change) {
    return inTable(
        change,
        table -> {
          if (change.constraint() instanceof ForeignKey) {
            schema.forgetReferrers();
          }
          return done(table.add(change.constraint()), "there is such a constraint");
        });
  }

  @Override
  public String dropConstraint(DropConstraint change) {
    return inTable(
        change, table -> done(table.remove(change.constraint()), "there is no such constraint"));
  }

  @Override
  public String renameConstraint(RenameConstraint change) {
    return inTable(
        change,
        table -> {
          if (!table.remove(change.constraint())) {
            return "there is no such constraint";
          }
          return done(
              table.add(Elements.renamed(change.constraint(), change.to())),
              "there is a constraint " + change.to());
        });
  }

  @Override
  public String addIndex(AddIndex change) {
    return inTable(
        change,
        table ->
            done(
                table.index(change.index().name()) < 0 && table.indexes.add(change.index()),
                "there is such an index"));
  }

  @Override
  public String dropIndex(DropIndex change) {
    return inTable(change, table -> done(table.remove(change.index()), "there is no such index"));
  }

  @Override
  public String renameIndex(RenameIndex change) {
    return inTable(
        change,
        table -> {
          int place = table.index(change.from());
          if (place < 0 || table.index(change.to()) >= 0) {
            return "there is no such index, or one of its new name";
          }
          Index index = table.indexes.get(place);
          table.indexes.set(place, Elements.renamed(index, change.to()));
          return DONE;
        });
  }
}
