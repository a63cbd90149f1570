package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.Constraint;
import dev.varve.schema.Dialect;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Statements that can run a second time when an interrupted run is repeated, because they look
 * whether their work is done. None of them holds a lock that stops readers for longer than it takes
 * to change the catalog, unless it says so.
 */
public final class PostgresOnline {
  private static final String SET_UTC = "SET LOCAL TimeZone = 'UTC'";

  private final Identifiers names = Identifiers.of(Dialect.POSTGRESQL);
  private final PostgresActions actions = new PostgresActions();

  /** Statements without any state. */
  public PostgresOnline() {}

  /** Adds a constraint that isn't there, without a look at the rows. */
  public String addNotValid(QualifiedName table, Constraint constraint) {
    return unlessConstrained(
        table, constraint.name(), actions.alter(table, actions.addNotValid(constraint)));
  }

  /** Adds a unique or primary key of the same name as its index, which exists. */
  public String addKey(QualifiedName table, Constraint key) {
    return unlessConstrained(
        table, key.name(), actions.alter(table, actions.addUsing(key, key.name())));
  }

  /**
   * Replaces a unique or primary key in one go.
   *
   * @param old the name of the former key
   * @param key the key, whose index is there by another name
   * @param index the index's name, which becomes the key's
   */
  public String replaceKey(QualifiedName table, String old, Constraint key, String index) {
    String alter =
        actions.alterInBlock(
            table, List.of(actions.dropConstraintIfExists(old), actions.addUsing(key, index)));
    String name = names.quoted(new QualifiedName(table.schema(), index));
    return PostgresBlocks.runIf("to_regclass(" + Literals.text(name) + ") IS NOT NULL", alter);
  }

  /**
   * Says that a column is never null, unless that is said already, without a look at the rows; from
   * PostgreSQL 18 on. The server names the constraint: whichever name this would choose may be that
   * of a column that had another name once, as these constraints aren't renamed with their columns.
   */
  public String addNotNull(QualifiedName table, String column) {
    return PostgresBlocks.runIf(
        "NOT EXISTS (\n      SELECT " + notNull(table, column) + ')',
        actions.alter(table, actions.addNotNull(column)));
  }

  /** Looks whether all rows keep to what {@link #addNotNull} says. */
  public String validateNotNull(QualifiedName table, String column) {
    String validate = "ALTER TABLE " + names.quoted(table) + " VALIDATE CONSTRAINT %I";
    return PostgresBlocks.run(
        "EXECUTE (\n    SELECT format("
            + Literals.text(validate)
            + ", conname) "
            + notNull(table, column)
            + ");");
  }

  private String notNull(QualifiedName table, String column) {
    return "FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]\n"
        + "      WHERE conrelid = "
        + regclass(table)
        + " AND contype = 'n' AND attname = "
        + Literals.text(column);
  }

  private String unlessConstrained(QualifiedName table, String constraint, String... statements) {
    return PostgresBlocks.runIf(
        "NOT EXISTS (\n      SELECT FROM pg_constraint WHERE conrelid = "
            + regclass(table)
            + " AND conname = "
            + Literals.text(constraint)
            + ')',
        statements);
  }

  /** Gives rows that have no value one. */
  public String backfill(QualifiedName table, String column, String expression) {
    String name = names.quoted(column);
    return "UPDATE "
        + names.quoted(table)
        + " SET "
        + name
        + " = "
        + expression
        + " WHERE "
        + name
        + " IS NULL";
  }

  /** Fails if there is a row without a value. */
  public String requireValues(QualifiedName table, String column, String message) {
    String name = names.quoted(column);
    return PostgresBlocks.runIf(
        "EXISTS (SELECT FROM " + names.quoted(table) + " WHERE " + name + " IS NULL)",
        "RAISE not_null_violation USING MESSAGE = " + Literals.text(message));
  }

  /**
   * Fails if there is a row without a value for which the expression has none. Others, which came
   * after the backfill, may still get theirs.
   */
  public String requireValues(
      QualifiedName table, String column, String expression, String message) {
    return PostgresBlocks.runIf(
        "EXISTS (SELECT FROM "
            + names.quoted(table)
            + " WHERE "
            + names.quoted(column)
            + " IS NULL AND ("
            + expression
            + ") IS NULL)",
        "RAISE not_null_violation USING MESSAGE = " + Literals.text(message));
  }

  /** One after the other only where none is replaced by one that is replaced itself. */
  private static String replacedAll(String array, Map<String, String> words) {
    for (String word : words.values()) {
      if (words.containsKey(word)) {
        return "ARRAY(SELECT "
            + PostgresCasts.replaced("word", words)
            + " FROM unnest("
            + array
            + ") WITH ORDINALITY AS one (word, place) ORDER BY place)";
      }
    }
    return PostgresCasts.replacedAll(array, words);
  }

  /** Replaces words by others in the rows that have them. */
  public String replaceWords(QualifiedName table, Column column, Map<String, String> words) {
    String name = names.quoted(column.name());
    String all = Literals.texts(List.copyOf(new TreeSet<>(words.keySet())));
    boolean isArray = column.type() instanceof Array;
    return "UPDATE "
        + names.quoted(table)
        + " SET "
        + name
        + " = "
        + (isArray ? replacedAll(name, words) : PostgresCasts.replaced(name, words))
        + " WHERE "
        + name
        + (isArray ? " && ARRAY[" + all + "]::text[]" : " IN (" + all + ')');
  }

  /** Gives all rows another value. */
  public String setAll(QualifiedName table, String column, String expression) {
    return "UPDATE " + names.quoted(table) + " SET " + names.quoted(column) + " = " + expression;
  }

  /**
   * Updates rows in one transaction with the CHECKs that go and come, unless a constraint says that
   * it is done.
   *
   * @param done the constraint's name; it is to be dropped by the next statement
   */
  public String once(
      QualifiedName table, String done, List<String> drops, String update, List<String> adds) {
    List<String> statements = new ArrayList<>();
    if (!drops.isEmpty()) {
      statements.add(actions.alterInBlock(table, drops));
    }
    statements.add(update);
    List<String> after = new ArrayList<>(adds);
    after.add("ADD " + new ConstraintClauses(names).check(done, "true") + " NOT VALID");
    statements.add(actions.alterInBlock(table, after));
    return unlessConstrained(table, done, statements.toArray(new String[0]));
  }

  /**
   * Replaces words together with the CHECKs that list them in one transaction, while a valid
   * constraint tells that it's not done.
   *
   * @param former the constraint, which isn't valid afterwards
   * @param update what replaces the words
   */
  public String whileValid(
      QualifiedName table, String former, List<String> drops, String update, List<String> adds) {
    String condition =
        "EXISTS (\n      SELECT FROM pg_constraint WHERE conrelid = "
            + regclass(table)
            + " AND conname = "
            + Literals.text(former)
            + " AND convalidated)";
    String drop = actions.alterInBlock(table, drops);
    return adds.isEmpty()
        ? PostgresBlocks.runIf(condition, drop, update)
        : PostgresBlocks.runIf(condition, drop, update, actions.alterInBlock(table, adds));
  }

  /**
   * Does actions of ALTER TABLE unless a column has its new type already.
   *
   * @param to the column with the new type
   * @param together the actions
   * @param inUtc whether UTC has to be the time zone
   */
  public String unlessTyped(QualifiedName table, Column to, List<String> together, boolean inUtc) {
    String alter = actions.alterInBlock(table, together);
    return PostgresBlocks.runIf(
        "(\n      SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = "
            + regclass(table)
            + " AND attname = "
            + Literals.text(to.name())
            + ") <> "
            + Literals.text(PostgresCasts.typeName(to)),
        inUtc ? new String[] {SET_UTC, alter} : new String[] {alter});
  }

  /**
   * Does actions of ALTER TABLE with UTC as the time zone: then PostgreSQL knows that {@code
   * timestamp} and {@code timestamptz} of the same moment are the same bytes, and leaves the table
   * as it is (<a
   * href="https://github.com/postgres/postgres/blob/REL_18_0/src/backend/utils/adt/timestamp.c">
   * TimestampTimestampTzRequiresRewrite</a>).
   */
  public String inUtc(QualifiedName table, List<String> together) {
    return PostgresBlocks.run(
        SET_UTC
            + ";\n  "
            + actions.alter(PostgresBlocks.INDENT.substring(2), table, together)
            + ';');
  }

  /** Creates the counter that numbers rows until the column has its own. */
  public String createCounter(QualifiedName table, String column) {
    return "CREATE SEQUENCE IF NOT EXISTS " + names.quoted(counter(table, column));
  }

  /** The next value of that counter. */
  public String nextValue(QualifiedName table, String column) {
    return "nextval(" + Literals.text(names.quoted(counter(table, column))) + ')';
  }

  /** {@code ALTER COLUMN c SET DEFAULT nextval(…)}. */
  public String countBy(QualifiedName table, String column) {
    return actions.alter(
        table, "ALTER COLUMN " + names.quoted(column) + " SET DEFAULT " + nextValue(table, column));
  }

  /** Makes an identity of a column that a counter numbers, and goes on where that one stopped. */
  public String takeOverCounter(QualifiedName table, String column) {
    String alter =
        actions.alterInBlock(
            table, List.of(actions.dropDefault(column), actions.addIdentity(column)));
    String sequence = names.quoted(counter(table, column));
    return PostgresBlocks.runIf(
        "to_regclass(" + Literals.text(sequence) + ") IS NOT NULL",
        alter,
        "PERFORM setval("
            + ownCounter(table, column)
            + ", "
            + nextValue(table, column)
            + ", false)",
        "DROP SEQUENCE " + sequence);
  }

  /** Makes an identity of a column that holds numbers already, unless it is one. */
  public String addIdentity(QualifiedName table, String column) {
    return PostgresBlocks.runIf(
        "EXISTS (\n      SELECT FROM pg_attribute WHERE attrelid = "
            + regclass(table)
            + " AND attname = "
            + Literals.text(column)
            + " AND attidentity = '')",
        actions.alter(table, actions.addIdentity(column)),
        "PERFORM " + setCounter(table, column));
  }

  /** The statement that lets a new identity go on behind the greatest number there is. */
  public String startCounter(QualifiedName table, String column) {
    return "SELECT " + setCounter(table, column);
  }

  private String setCounter(QualifiedName table, String column) {
    String greatest = "(SELECT max(" + names.quoted(column) + ") FROM " + names.quoted(table) + ')';
    return "setval(" + ownCounter(table, column) + ", greatest(" + greatest + ", 0) + 1, false)";
  }

  private String ownCounter(QualifiedName table, String column) {
    return "pg_get_serial_sequence("
        + Literals.text(names.quoted(table))
        + ", "
        + Literals.text(column)
        + ')';
  }

  private static QualifiedName counter(QualifiedName table, String column) {
    String name = Names.fit(table.name() + '_' + column, "fill");
    return new QualifiedName(table.schema(), name);
  }

  private String regclass(QualifiedName table) {
    return Literals.text(names.quoted(table)) + "::regclass";
  }
}
