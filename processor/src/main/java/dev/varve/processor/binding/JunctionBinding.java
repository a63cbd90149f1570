package dev.varve.processor.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.varve.schema.Table;
import java.util.List;

/**
 * A many-to-many relation and the junction table that stores it.
 *
 * @param component the component's name
 * @param table the junction table: first the columns of the owner's key, then those of the target's
 * @param target the entity at the other end
 * @param element the type of the collection's elements: the target's record, or its key
 * @param byRecord whether the elements are records of the target
 * @param ownerPaths for each column of the owner's key the accessors that lead from the owner's
 *     record to it
 * @param targetPaths the same for the target's key
 */
public record JunctionBinding(
    String component,
    Table table,
    ClassName target,
    TypeName element,
    boolean byRecord,
    List<List<String>> ownerPaths,
    List<List<String>> targetPaths) {
  /** Copies the lists. */
  public JunctionBinding {
    ownerPaths = List.copyOf(ownerPaths);
    targetPaths = List.copyOf(targetPaths);
  }
}
