package dev.varve.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table.
 *
 * @param name its name
 * @param origin the binary name of the record it stores, followed by {@code #component} for a
 *     junction table; empty if it came from elsewhere
 * @param rows about how many rows it has or will have, as its record says; 0: nobody said
 * @param columns its columns in the order of the record's components
 * @param primaryKey its primary key
 * @param uniqueKeys its unique constraints, by name
 * @param checks its CHECK constraints but for those that column types bring, by name
 * @param foreignKeys its foreign keys, by name
 * @param indexes its indexes but for those of its keys, by name
 * @param comment what the Javadoc says, one or more lines; empty: nothing
 */
public record Table(
    QualifiedName name,
    String origin,
    long rows,
    List<Column> columns,
    PrimaryKey primaryKey,
    List<UniqueKey> uniqueKeys,
    List<Check> checks,
    List<ForeignKey> foreignKeys,
    List<Index> indexes,
    String comment) {
  /** Copies the lists and sorts those whose order means nothing. */
  public Table {
    columns = List.copyOf(columns);
    uniqueKeys = sorted(uniqueKeys, UniqueKey::name);
    checks = sorted(checks, Check::name);
    foreignKeys = sorted(foreignKeys, ForeignKey::name);
    indexes = sorted(indexes, Index::name);
  }

  /** A table of which nobody said how many rows it has. */
  public Table(
      QualifiedName name,
      String origin,
      List<Column> columns,
      PrimaryKey primaryKey,
      List<UniqueKey> uniqueKeys,
      List<Check> checks,
      List<ForeignKey> foreignKeys,
      List<Index> indexes,
      String comment) {
    this(name, origin, 0, columns, primaryKey, uniqueKeys, checks, foreignKeys, indexes, comment);
  }

  /** The same with about so many rows. */
  public Table withRows(long count) {
    return new Table(
        name,
        origin,
        count,
        columns,
        primaryKey,
        uniqueKeys,
        checks,
        foreignKeys,
        indexes,
        comment);
  }

  /** The column called {@code name}, if there is one. */
  public Optional<Column> column(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private static <T> List<T> sorted(List<T> values, Function<T, String> name) {
    if (values.size() < 2) {
      return List.copyOf(values);
    }
    List<T> copy = new ArrayList<>(values);
    copy.sort(Comparator.comparing(name));
    return List.copyOf(copy);
  }
}
