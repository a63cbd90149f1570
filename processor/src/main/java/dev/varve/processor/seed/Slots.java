package dev.varve.processor.seed;

import com.palantir.javapoet.TypeName;
import dev.varve.processor.binding.EntityBinding;
import dev.varve.processor.binding.Member;
import dev.varve.processor.binding.Member.ColumnMember;
import dev.varve.processor.binding.Member.EmbeddedMember;
import dev.varve.processor.binding.Member.TransientMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The slots of an entity, in the order of its components. */
final class Slots {
  private final List<Slot> all = new ArrayList<>();
  private final Map<Member, Integer> first = new IdentityHashMap<>();
  private final Map<String, Slot> byColumn = new HashMap<>();
  private int groups;

  private Slots() {}

  static Slots of(EntityBinding entity) {
    Slots slots = new Slots();
    slots.add("", "", entity.members(), List.of());
    return slots;
  }

  private void add(String prefix, String path, List<Member> members, List<Integer> around) {
    for (Member member : members) {
      first.put(member, all.size());
      String name =
          prefix.isEmpty()
              ? member.component()
              : prefix + JavaNames.capitalized(member.component());
      String way = path.isEmpty() ? member.component() : path + '.' + member.component();
      if (member instanceof EmbeddedMember embedded) {
        add(name, way, embedded.members(), embedded.nullable() ? and(around, groups++) : around);
      } else if (!(member instanceof TransientMember)) {
        add(new Slot(name, way, all.size(), member, around));
      }
    }
  }

  private void add(Slot slot) {
    all.add(slot);
    if (slot.member() instanceof ColumnMember column) {
      byColumn.put(column.column(), slot);
    }
  }

  private static List<Integer> and(List<Integer> groups, int group) {
    List<Integer> more = new ArrayList<>(groups);
    more.add(group);
    return more;
  }

  List<Slot> all() {
    return all;
  }

  /** The slot that holds the value of a column; a related record's columns have none. */
  Optional<Slot> ofColumn(String column) {
    return Optional.ofNullable(byColumn.get(column));
  }

  /** The index of the first slot of {@code member}, or where it would be if it has none. */
  int first(Member member) {
    return first.get(member);
  }

  /** How many slots {@code member} has. */
  static int count(Member member) {
    if (member instanceof EmbeddedMember embedded) {
      int count = 0;
      for (Member part : embedded.members()) {
        count += count(part);
      }
      return count;
    }
    return member instanceof TransientMember ? 0 : 1;
  }

  /** The type that a component's value has in its slot. */
  static TypeName storedType(ColumnMember member) {
    List<Member.Wrapper> wrappers = member.wrappers();
    return wrappers.isEmpty() ? member.type() : wrappers.get(wrappers.size() - 1).type();
  }
}
