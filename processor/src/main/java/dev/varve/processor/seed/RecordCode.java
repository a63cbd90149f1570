package dev.varve.processor.seed;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.binding.EntityBinding;
import dev.varve.processor.binding.JunctionBinding;
import dev.varve.processor.binding.Member;
import dev.varve.processor.binding.Member.ColumnMember;
import dev.varve.processor.binding.Member.EmbeddedMember;
import dev.varve.processor.binding.Member.JunctionMember;
import dev.varve.processor.binding.Member.ReferenceMember;
import dev.varve.processor.binding.Member.TransientMember;
import dev.varve.processor.binding.Member.Wrapper;
import java.util.List;

/** Expressions that make a record of the array {@code v} of its slots, and the other way round. */
final class RecordCode {
  private static final ClassName OPTIONAL = ClassName.get("java.util", "Optional");
  private static final ClassName LIST = ClassName.get("java.util", "List");
  private static final ClassName SET = ClassName.get("java.util", "Set");

  private final EntityBinding entity;
  private final Slots slots;
  private final SourceText out;

  RecordCode(EntityBinding entity, Slots slots, SourceText out) {
    this.entity = entity;
    this.slots = slots;
    this.out = out;
  }

  /** {@code new Customer((long) v[0], (String) v[1])}. */
  void construct() {
    construct(entity.record(), entity.members());
  }

  private void construct(ClassName record, List<Member> members) {
    out.add("new ").add(record).add("(");
    String comma = "";
    for (Member member : members) {
      out.add(comma);
      comma = ", ";
      argument(member);
    }
    out.add(")");
  }

  private void argument(Member member) {
    if (member instanceof ColumnMember column) {
      column(column);
    } else if (member instanceof EmbeddedMember embedded) {
      embedded(embedded);
    } else if (member instanceof ReferenceMember reference) {
      reference(reference);
    } else if (member instanceof JunctionMember junction) {
      cast(collectionType(junction), slots.first(junction));
    } else {
      nothing(((TransientMember) member).type());
    }
  }

  private void column(ColumnMember member) {
    if (member.optional()) {
      out.add(OPTIONAL).add(".ofNullable(");
    }
    int slot = slots.first(member);
    List<Wrapper> wrappers = member.wrappers();
    if (!wrappers.isEmpty()) {
      if (member.nullable()) {
        out.add("v[").add(slot).add("] == null ? null : ");
      }
      for (Wrapper wrapper : wrappers) {
        out.add("new ").add(wrapper.record()).add("(");
      }
    }
    cast(Slots.storedType(member), slot);
    out.add(")".repeat(wrappers.size() + (member.optional() ? 1 : 0)));
  }

  private void embedded(EmbeddedMember member) {
    if (member.optional()) {
      out.add(OPTIONAL).add(".ofNullable(");
    }
    int first = slots.first(member);
    int count = Slots.count(member);
    if (member.nullable() && count > 0) {
      for (int i = 0; i < count; i++) {
        out.add(i == 0 ? "v[" : " && v[").add(first + i).add("] == null");
      }
      out.add(" ? null : ");
    }
    construct(member.record(), member.members());
    out.add(member.optional() ? ")" : "");
  }

  private void reference(ReferenceMember member) {
    out.add(member.optional() ? out.name(OPTIONAL) + ".ofNullable(" : "");
    cast(member.target(), slots.first(member));
    out.add(member.optional() ? ")" : "");
  }

  private void cast(TypeName type, int slot) {
    if (!type.equals(ClassName.OBJECT)) {
      out.add("(").add(type).add(") ");
    }
    out.add("v[").add(slot).add("]");
  }

  private void nothing(TypeName type) {
    switch (type.toString()) {
      case "boolean" -> out.add("false");
      case "int" -> out.add("0");
      case "long" -> out.add("0L");
      case "float" -> out.add("0f");
      case "double" -> out.add("0.0");
      case "byte", "short", "char" -> out.add("(").add(type).add(") 0");
      default -> out.add("(").add(type).add(") null");
    }
  }

  /** The type of a many-to-many component's slot. */
  TypeName collectionType(JunctionMember member) {
    TypeName element = junction(member).element().box();
    return ParameterizedTypeName.get(member.set() ? SET : LIST, element);
  }

  /** The junction of a many-to-many component. */
  JunctionBinding junction(JunctionMember member) {
    for (JunctionBinding junction : entity.junctions()) {
      if (junction.component().equals(member.component())) {
        return junction;
      }
    }
    throw new IllegalStateException(
        entity.record() + " has no junction table for " + member.component());
  }

  /**
   * {@code new Object[] {r.id(), r.email()}}.
   *
   * @param variable the variable that holds the record
   * @param members its components
   */
  void takeApart(String variable, List<Member> members) {
    out.add("new ").add(ArrayTypeName.of(Object.class)).add(" {");
    values("", variable, members, "");
    out.add("}");
  }

  /** Returns what must stand before the next value. */
  private String values(String guards, String record, List<Member> members, String comma) {
    String before = comma;
    for (Member member : members) {
      String value = record + '.' + member.component() + "()";
      if (member instanceof EmbeddedMember embedded) {
        before = embeddedValues(guards, value, embedded, before);
      } else if (!(member instanceof TransientMember)) {
        out.add(before);
        before = ", ";
        value(guards, value, member);
      }
    }
    return before;
  }

  private String embeddedValues(String guards, String value, EmbeddedMember member, String comma) {
    if (member.optional()) {
      return values(or(guards, value + ".isEmpty()"), value + ".get()", member.members(), comma);
    }
    String guard = member.nullable() ? or(guards, value + " == null") : guards;
    return values(guard, value, member.members(), comma);
  }

  private void value(String guards, String component, Member member) {
    String value = component;
    String guard = guards;
    if (isOptional(member)) {
      guard = or(guards, value + ".isEmpty()");
      value += ".get()";
    }
    if (member instanceof ColumnMember column && !column.wrappers().isEmpty()) {
      if (column.nullable() && !column.optional()) {
        guard = or(guards, value + " == null");
      }
      value = unwrapped(value, column);
    }
    out.add(guard.isEmpty() ? value : guard + " ? null : " + value);
  }

  /** {@code value} without the value records around it. */
  static String unwrapped(String value, ColumnMember member) {
    StringBuilder unwrapped = new StringBuilder(value);
    for (Wrapper wrapper : member.wrappers()) {
      unwrapped.append('.').append(wrapper.component()).append("()");
    }
    return unwrapped.toString();
  }

  private static boolean isOptional(Member member) {
    return member instanceof ColumnMember column && column.optional()
        || member instanceof ReferenceMember reference && reference.optional();
  }

  private static String or(String guards, String guard) {
    return guards.isEmpty() ? guard : guards + " || " + guard;
  }
}
