package dev.varve.schema;

import java.util.List;

/**
 * An enum type of the database. A dialect without such types stores text with a CHECK.
 *
 * @param name its name
 * @param values its values in order, at least one
 * @param origin the Java enum's binary name; empty if it came from elsewhere
 * @param comment what the Javadoc says; empty: nothing
 */
public record EnumType(QualifiedName name, List<String> values, String origin, String comment) {
  /** Copies the list. */
  public EnumType {
    values = List.copyOf(values);
  }
}
