package dev.varve.processor.binding;

import com.palantir.javapoet.ClassName;
import dev.varve.schema.ForeignKey;
import java.util.List;

/**
 * A foreign key as Java sees it.
 *
 * @param name what a person would call it: the component's name, without the key's name at its end
 *     ({@code customerId} is {@code customer}); for a key declared on the record the target's name
 * @param target the entity referred to
 * @param key the foreign key, one of the table's
 * @param keyPaths for each of the key's columns the accessors that lead from the target's record to
 *     its value: {@code ["id"]}, {@code ["order", "id"]} where the target's key is itself a record
 *     component, or {@code ["id", "value"]} where it is a value record
 * @param byRecord whether a component holds the target's record, not its key
 * @param nullable whether all columns of the key may be null
 */
public record RelationBinding(
    String name,
    ClassName target,
    ForeignKey key,
    List<List<String>> keyPaths,
    boolean byRecord,
    boolean nullable) {
  /** Copies the list. */
  public RelationBinding {
    keyPaths = List.copyOf(keyPaths);
  }
}
