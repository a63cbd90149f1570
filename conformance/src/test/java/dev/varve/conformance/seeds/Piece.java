package dev.varve.conformance.seeds;

import java.util.Set;

/**
 * A part of a record's source, and what must be there for it to mean something.
 *
 * @param text the source
 * @param entities the full names of the entities that it names
 * @param components the components of its record that it names
 */
record Piece(String text, Set<String> entities, Set<String> components) {
  Piece {
    entities = Set.copyOf(entities);
    components = Set.copyOf(components);
  }

  static Piece of(String text) {
    return new Piece(text, Set.of(), Set.of());
  }

  static Piece over(String text, String... components) {
    return new Piece(text, Set.of(), Set.of(components));
  }

  static Piece to(EntitySketch entity, String text, String... components) {
    return new Piece(text, Set.of(entity.fullName()), Set.of(components));
  }

  boolean isWhole(Set<String> entities, Set<String> components) {
    return entities.containsAll(this.entities) && components.containsAll(this.components);
  }
}
