package dev.varve.project;

import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.QualifiedName;
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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names migrations after one change: {@code add_phone_to_customers}. */
final class ChangeNames implements ChangeVisitor<String> {
  /** Longer names make long file names, and say no more. */
  private static final int LONGEST = 70;

  private ChangeNames() {}

  /** The name for all changes of a migration. */
  static String of(List<Change> changes) {
    List<Change> main = MainChanges.of(changes);
    return plain(main.size() == 1 ? main.get(0).accept(new ChangeNames()) : several(main));
  }

  private static String several(List<Change> changes) {
    Set<String> subjects = new TreeSet<>();
    boolean creates = true;
    boolean drops = true;
    for (Change change : changes) {
      subjects.add(subject(change));
      creates &= change instanceof CreateTable;
      drops &= change instanceof DropTable;
    }
    String verb = creates ? "create_" : drops ? "drop_" : "change_";
    String first = subjects.isEmpty() ? "schema" : subjects.iterator().next();
    return verb + first + (subjects.size() > 1 ? "_and_" + (subjects.size() - 1) + "_more" : "");
  }

  /** The table or type that a change is about, by the name that it has afterwards. */
  private static String subject(Change change) {
    if (change instanceof RenameTable renamed) {
      return name(renamed.to());
    }
    if (change instanceof Change.OfTable ofTable) {
      return name(ofTable.table());
    }
    if (change instanceof RenameEnumValue renamed) {
      return name(renamed.type());
    }
    if (change instanceof AlterEnum altered) {
      return name(altered.to().name());
    }
    String words = change.accept(new ChangeNames());
    return words.substring(words.lastIndexOf("type_") + "type_".length());
  }

  /** In small letters, digits and underscores, not too long. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = Character.toLowerCase(name.charAt(i));
      boolean word = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      int last = plain.length() - 1;
      if (word) {
        plain.append(c);
      } else if (last >= 0 && plain.charAt(last) != '_') {
        plain.append('_');
      }
    }
    plain.setLength(Math.min(plain.length(), LONGEST));
    while (plain.length() > 0 && plain.charAt(plain.length() - 1) == '_') {
      plain.setLength(plain.length() - 1);
    }
    return plain.length() == 0 ? "change_schema" : plain.toString();
  }

  private static String name(QualifiedName name) {
    return name.schema().isEmpty() ? name.name() : name.schema() + '_' + name.name();
  }

  @Override
  public String createSchema(CreateSchema change) {
    return "create_schema_" + change.name();
  }

  @Override
  public String dropSchema(DropSchema change) {
    return "drop_schema_" + change.name();
  }

  @Override
  public String createEnum(CreateEnum change) {
    return "create_type_" + name(change.type().name());
  }

  @Override
  public String dropEnum(DropEnum change) {
    return "drop_type_" + name(change.type().name());
  }

  @Override
  public String renameEnum(RenameEnum change) {
    return "rename_type_" + name(change.from()) + "_to_" + name(change.to());
  }

  @Override
  public String renameEnumValue(RenameEnumValue change) {
    return "rename_" + change.from() + "_to_" + change.to() + "_in_" + name(change.type());
  }

  @Override
  public String alterEnum(AlterEnum change) {
    return "alter_type_" + name(change.to().name());
  }

  @Override
  public String createTable(CreateTable change) {
    return "create_" + name(change.table());
  }

  @Override
  public String dropTable(DropTable change) {
    return "drop_" + name(change.table());
  }

  @Override
  public String renameTable(RenameTable change) {
    return "rename_" + name(change.table()) + "_to_" + name(change.to());
  }

  @Override
  public String commentTable(CommentTable change) {
    return "comment_" + name(change.table());
  }

  @Override
  public String addColumn(AddColumn change) {
    return "add_" + change.column().name() + "_to_" + name(change.table());
  }

  @Override
  public String dropColumn(DropColumn change) {
    return "drop_" + change.column().name() + "_from_" + name(change.table());
  }

  @Override
  public String renameColumn(RenameColumn change) {
    return "rename_" + change.from() + "_to_" + change.to() + "_in_" + name(change.table());
  }

  @Override
  public String alterColumn(AlterColumn change) {
    return "alter_" + change.to().name() + "_in_" + name(change.table());
  }

  @Override
  public String addConstraint(AddConstraint change) {
    return "add_" + change.constraint().name();
  }

  @Override
  public String dropConstraint(DropConstraint change) {
    return "drop_" + change.constraint().name();
  }

  @Override
  public String renameConstraint(RenameConstraint change) {
    return "rename_" + change.constraint().name() + "_to_" + change.to();
  }

  @Override
  public String addIndex(AddIndex change) {
    StringBuilder name = new StringBuilder("index_").append(name(change.table())).append("_on");
    for (Index.Part part : change.index().parts()) {
      name.append('_').append(part instanceof ColumnPart column ? column.name() : "expression");
    }
    return name.toString();
  }

  @Override
  public String dropIndex(DropIndex change) {
    return "drop_" + change.index().name();
  }

  @Override
  public String renameIndex(RenameIndex change) {
    return "rename_" + change.from() + "_to_" + change.to();
  }
}
