package dev.varve.catalog;

import dev.varve.schema.QualifiedName;

/**
 * Something in a database that the model has no words for, such as a view, a trigger or an index
 * that isn't valid.
 *
 * @param table the table concerned, or the view, sequence or type itself
 * @param object the name of the column, constraint, index or trigger concerned; empty: the table
 *     itself
 * @param sentence what is so special about it, without a point at its end
 */
public record Unmodelled(QualifiedName table, String object, String sentence)
    implements Comparable<Unmodelled> {
  @Override
  public int compareTo(Unmodelled other) {
    int byTable = table.compareTo(other.table);
    int byObject = byTable != 0 ? byTable : object.compareTo(other.object);
    return byObject != 0 ? byObject : sentence.compareTo(other.sentence);
  }

  /** {@code users.users_email_idx: the index isn't valid}. */
  @Override
  public String toString() {
    return (object.isEmpty() ? table.toString() : table + "." + object) + ": " + sentence;
  }
}
