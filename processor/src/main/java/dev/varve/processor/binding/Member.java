package dev.varve.processor.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** A component of a record, by the way in which it is stored. */
public sealed interface Member {
  /** The component's name. */
  String component();

  /**
   * A value in one column.
   *
   * @param component the component's name
   * @param type its type; if it is {@code optional}, what the {@code Optional} holds
   * @param optional whether it is declared as {@code Optional}
   * @param nullable whether the component itself may be null, and true if {@code optional}; the
   *     column may be null also because an embedded record around it may
   * @param column the column's name
   * @param wrappers the value record that {@code type} is, the one that this wraps, and so on to
   *     the last, whose component has a type of the database; empty if {@code type} is no value
   *     record
   * @param domain the values that constraints allow
   */
  record ColumnMember(
      String component,
      TypeName type,
      boolean optional,
      boolean nullable,
      String column,
      List<Wrapper> wrappers,
      Domain domain)
      implements Member {
    /** Copies the list. */
    public ColumnMember {
      wrappers = List.copyOf(wrappers);
    }
  }

  /**
   * A record whose components are columns of the same table.
   *
   * @param component the component's name
   * @param record its type
   * @param optional whether it is declared as {@code Optional}
   * @param nullable whether it may be null, and so all its columns; true if {@code optional}
   * @param members its own components
   */
  record EmbeddedMember(
      String component, ClassName record, boolean optional, boolean nullable, List<Member> members)
      implements Member {
    /** Copies the list. */
    public EmbeddedMember {
      members = List.copyOf(members);
    }
  }

  /**
   * The record of a related entity; {@link EntityBinding#relations} has a relation of this name.
   *
   * @param component the component's name, and the relation's
   * @param target the entity
   * @param optional whether it is declared as {@code Optional}
   */
  record ReferenceMember(String component, ClassName target, boolean optional) implements Member {}

  /**
   * A collection of related entities or of their keys; {@link EntityBinding#junctions} has a
   * junction of this name.
   *
   * @param component the component's name, and the junction's
   * @param set whether it is a {@code Set}, else a {@code List} or {@code Collection}
   */
  record JunctionMember(String component, boolean set) implements Member {}

  /**
   * A component that isn't stored.
   *
   * @param component the component's name
   * @param type its type
   */
  record TransientMember(String component, TypeName type) implements Member {}

  /**
   * A value record: one component, no entity.
   *
   * @param record the value record
   * @param component its only component
   * @param type the component's type
   */
  record Wrapper(ClassName record, String component, TypeName type) {}
}
