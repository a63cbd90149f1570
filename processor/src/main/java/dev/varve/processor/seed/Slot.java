package dev.varve.processor.seed;

import dev.varve.processor.binding.Member;
import java.util.List;

/**
 * One of the values that a record is made of, after embedded records are taken apart.
 *
 * @param name the name of its setter: {@code city}, or {@code billingCity} within an embedded
 *     record
 * @param path the components that lead to it, with dots between them
 * @param index its place among an entity's slots, and so in the arrays that a builder and the
 *     engine exchange
 * @param member the component that holds it: a column, a reference or a junction
 * @param groups the nullable embedded records around it, from the outside in, numbered from 0
 */
record Slot(String name, String path, int index, Member member, List<Integer> groups) {
  /** Copies the list. */
  Slot {
    groups = List.copyOf(groups);
  }
}
