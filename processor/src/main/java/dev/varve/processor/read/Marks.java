package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The annotations of one element, in the order in which they are written; repeated ones stand for
 * themselves, not in their container.
 *
 * @param all every one of them
 */
record Marks(List<Mark> all) {
  static final Marks NONE = new Marks(List.of());

  Marks {
    all = List.copyOf(all);
  }

  boolean has(MarkKind kind) {
    return first(kind) != null;
  }

  /** The first of that kind, or null. */
  @Nullable Mark first(MarkKind kind) {
    for (Mark mark : all) {
      if (mark.kind() == kind) {
        return mark;
      }
    }
    return null;
  }

  List<Mark> each(MarkKind kind) {
    List<Mark> found = List.of();
    for (Mark mark : all) {
      if (mark.kind() == kind) {
        found = found.isEmpty() ? new ArrayList<>(4) : found;
        found.add(mark);
      }
    }
    return found;
  }
}
