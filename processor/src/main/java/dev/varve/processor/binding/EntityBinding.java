package dev.varve.processor.binding;

import com.palantir.javapoet.ClassName;
import dev.varve.schema.Table;
import java.util.List;

/**
 * An entity and the table that stores it.
 *
 * @param record the record
 * @param isPublic whether it can be named from any package
 * @param table its table
 * @param members its components in order
 * @param relations its foreign keys in every form but junction tables, in the order of declaration
 * @param junctions its junction tables, as many as it has {@link Member.JunctionMember}s
 * @param orders what CHECKs say of two of its columns
 */
public record EntityBinding(
    ClassName record,
    boolean isPublic,
    Table table,
    List<Member> members,
    List<RelationBinding> relations,
    List<JunctionBinding> junctions,
    List<ColumnOrder> orders) {
  /** Copies the lists. */
  public EntityBinding {
    members = List.copyOf(members);
    relations = List.copyOf(relations);
    junctions = List.copyOf(junctions);
    orders = List.copyOf(orders);
  }
}
