package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A relation as its other end sees it: rows of {@code entity} refer to one row here.
 *
 * @param entity the record that has the relation
 * @param relation the relation's name
 * @param constraint the foreign key's name, by which the engine finds the relation
 * @param single whether a row has at most one such: the relation is one-to-one
 * @param only whether the entity has no other relation to the same one
 * @param needs the values of its rows that can't be invented
 */
record Child(
    ClassName entity,
    String relation,
    String constraint,
    boolean single,
    boolean only,
    List<Parameter> needs) {
  /** Copies the list. */
  Child {
    needs = List.copyOf(needs);
  }
}
