package dev.varve.schema.change;

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

/**
 * What has an answer for each kind of change.
 *
 * @param <R> the answer
 */
public interface ChangeVisitor<R> {
  /** Of a {@link CreateSchema}. */
  R createSchema(CreateSchema change);

  /** Of a {@link DropSchema}. */
  R dropSchema(DropSchema change);

  /** Of a {@link CreateEnum}. */
  R createEnum(CreateEnum change);

  /** Of a {@link DropEnum}. */
  R dropEnum(DropEnum change);

  /** Of a {@link RenameEnum}. */
  R renameEnum(RenameEnum change);

  /** Of a {@link RenameEnumValue}. */
  R renameEnumValue(RenameEnumValue change);

  /** Of a {@link AlterEnum}. */
  R alterEnum(AlterEnum change);

  /** Of a {@link CreateTable}. */
  R createTable(CreateTable change);

  /** Of a {@link DropTable}. */
  R dropTable(DropTable change);

  /** Of a {@link RenameTable}. */
  R renameTable(RenameTable change);

  /** Of a {@link CommentTable}. */
  R commentTable(CommentTable change);

  /** Of a {@link AddColumn}. */
  R addColumn(AddColumn change);

  /** Of a {@link DropColumn}. */
  R dropColumn(DropColumn change);

  /** Of a {@link RenameColumn}. */
  R renameColumn(RenameColumn change);

  /** Of a {@link AlterColumn}. */
  R alterColumn(AlterColumn change);

  /** Of a {@link AddConstraint}. */
  R addConstraint(AddConstraint change);

  /** Of a {@link DropConstraint}. */
  R dropConstraint(DropConstraint change);

  /** Of a {@link RenameConstraint}. */
  R renameConstraint(RenameConstraint change);

  /** Of a {@link AddIndex}. */
  R addIndex(AddIndex change);

  /** Of a {@link DropIndex}. */
  R dropIndex(DropIndex change);

  /** Of a {@link RenameIndex}. */
  R renameIndex(RenameIndex change);
}
