package dev.varve.schema.plan;

import dev.varve.schema.EnumType;
import dev.varve.schema.change.Change.AlterEnum;
import dev.varve.schema.change.Fill;
import java.util.ArrayList;
import java.util.List;

/**
 * An enum type that changes: values can be added at any place, but none can be taken away and none
 * can move without another type (<a
 * href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>).
 */
final class EnumSteps {
  private EnumSteps() {}

  static void file(AlterEnum change, Steps steps) {
    EnumType from = change.from();
    EnumType to = change.to();
    EnumType more = new EnumType(from.name(), union(from, to), from.origin(), from.comment());
    boolean adds = !more.values().equals(from.values());
    if (adds) {
      steps.add(Slot.VALUES, new AlterEnum(from, more, Fill.NONE));
    }
    EnumType said = new EnumType(from.name(), more.values(), to.origin(), to.comment());
    if (!from.comment().equals(to.comment())) {
      steps.add(adds ? Slot.VALUES : Slot.TYPES, new AlterEnum(more, said, Fill.NONE));
    }
    if (!more.values().equals(to.values())) {
      steps.add(Slot.FEWER_VALUES, new AlterEnum(said, to, change.replaced()));
    }
  }

  /** The former values in their order, each new one behind that which it follows, if any. */
  private static List<String> union(EnumType from, EnumType to) {
    List<String> union = new ArrayList<>(from.values());
    int place = 0;
    for (String value : to.values()) {
      int known = union.indexOf(value);
      if (known < 0) {
        union.add(place, value);
        place++;
      } else {
        place = known + 1;
      }
    }
    return union;
  }
}
