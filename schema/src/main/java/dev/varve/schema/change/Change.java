package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.Constraint;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;

/**
 * One difference between two schemas. Each holds both of its ends.
 *
 * <p>Changes stand in a list and each sees what those before it have left: names are those that
 * hold at its place, after all renames before it. So a list is undone by the {@linkplain #inverse
 * inverses} in reverse order.
 */
public sealed interface Change {
  /** The change that takes this one back. */
  Change inverse();

  /** What {@code visitor} makes of it. */
  <R> R accept(ChangeVisitor<R> visitor);

  /** A change of one table. */
  sealed interface OfTable extends Change {
    /** The table, by the name that it has before this change. */
    QualifiedName table();
  }

  /** A schema that holds tables or types is new. */
  record CreateSchema(String name) implements Change {
    @Override
    public Change inverse() {
      return new DropSchema(name);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.createSchema(this);
    }
  }

  /** A schema isn't used any more. */
  record DropSchema(String name) implements Change {
    @Override
    public Change inverse() {
      return new CreateSchema(name);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.dropSchema(this);
    }
  }

  /** An enum type is new. */
  record CreateEnum(EnumType type) implements Change {
    @Override
    public Change inverse() {
      return new DropEnum(type);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.createEnum(this);
    }
  }

  /** An enum type is gone. */
  record DropEnum(EnumType type) implements Change {
    @Override
    public Change inverse() {
      return new CreateEnum(type);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.dropEnum(this);
    }
  }

  /** An enum type has another name, or is in another schema. */
  record RenameEnum(QualifiedName from, QualifiedName to) implements Change {
    @Override
    public Change inverse() {
      return new RenameEnum(to, from);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.renameEnum(this);
    }
  }

  /** A value of an enum type is called otherwise. */
  record RenameEnumValue(QualifiedName type, String from, String to) implements Change {
    @Override
    public Change inverse() {
      return new RenameEnumValue(type, to, from);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.renameEnumValue(this);
    }
  }

  /**
   * An enum type has other values, another order of them or another comment.
   *
   * @param replaced how rows with values that are gone get another: {@link Fill#NONE} or {@link
   *     Fill.Replaced}
   */
  record AlterEnum(EnumType from, EnumType to, Fill replaced) implements Change {
    @Override
    public Change inverse() {
      return new AlterEnum(to, from, Fill.NONE);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.alterEnum(this);
    }
  }

  /** A table is new, with all that belongs to it. */
  record CreateTable(Table created) implements OfTable {
    @Override
    public QualifiedName table() {
      return created.name();
    }

    @Override
    public Change inverse() {
      return new DropTable(created);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.createTable(this);
    }
  }

  /** A table is gone, with all that belongs to it. */
  record DropTable(Table dropped) implements OfTable {
    @Override
    public QualifiedName table() {
      return dropped.name();
    }

    @Override
    public Change inverse() {
      return new CreateTable(dropped);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.dropTable(this);
    }
  }

  /** A table has another name, or is in another schema. */
  record RenameTable(QualifiedName table, QualifiedName to) implements OfTable {
    @Override
    public Change inverse() {
      return new RenameTable(to, table);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.renameTable(this);
    }
  }

  /** A table has another comment. */
  record CommentTable(QualifiedName table, String from, String to) implements OfTable {
    @Override
    public Change inverse() {
      return new CommentTable(table, to, from);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.commentTable(this);
    }
  }

  /** A column is new. */
  record AddColumn(QualifiedName table, Column column, Fill fill) implements OfTable {
    @Override
    public Change inverse() {
      return new DropColumn(table, column);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.addColumn(this);
    }
  }

  /** A column is gone. */
  record DropColumn(QualifiedName table, Column column) implements OfTable {
    @Override
    public Change inverse() {
      return new AddColumn(table, column, Fill.NONE);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.dropColumn(this);
    }
  }

  /** A column has another name. */
  record RenameColumn(QualifiedName table, String from, String to) implements OfTable {
    @Override
    public Change inverse() {
      return new RenameColumn(table, to, from);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.renameColumn(this);
    }
  }

  /**
   * A column has another type, nullability, source of values or comment.
   *
   * @param from the column before, already by its new name
   * @param to the column after
   * @param fill how existing rows get their value
   * @param undo how they get their former value when this is taken back
   */
  record AlterColumn(QualifiedName table, Column from, Column to, Fill fill, Fill undo)
      implements OfTable {
    @Override
    public Change inverse() {
      return new AlterColumn(table, to, from, undo, fill);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.alterColumn(this);
    }
  }

  /** A constraint is new. A primary key is one, too: its change is a drop and an add. */
  record AddConstraint(QualifiedName table, Constraint constraint) implements OfTable {
    @Override
    public Change inverse() {
      return new DropConstraint(table, constraint);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.addConstraint(this);
    }
  }

  /** A constraint is gone. */
  record DropConstraint(QualifiedName table, Constraint constraint) implements OfTable {
    @Override
    public Change inverse() {
      return new AddConstraint(table, constraint);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.dropConstraint(this);
    }
  }

  /**
   * A constraint has another name.
   *
   * @param constraint the constraint, by its former name
   * @param to its new name
   */
  record RenameConstraint(QualifiedName table, Constraint constraint, String to)
      implements OfTable {
    @Override
    public Change inverse() {
      return new RenameConstraint(table, Elements.renamed(constraint, to), constraint.name());
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.renameConstraint(this);
    }
  }

  /** An index is new. */
  record AddIndex(QualifiedName table, Index index) implements OfTable {
    @Override
    public Change inverse() {
      return new DropIndex(table, index);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.addIndex(this);
    }
  }

  /** An index is gone. */
  record DropIndex(QualifiedName table, Index index) implements OfTable {
    @Override
    public Change inverse() {
      return new AddIndex(table, index);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.dropIndex(this);
    }
  }

  /** An index has another name. */
  record RenameIndex(QualifiedName table, String from, String to) implements OfTable {
    @Override
    public Change inverse() {
      return new RenameIndex(table, to, from);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
      return visitor.renameIndex(this);
    }
  }
}
