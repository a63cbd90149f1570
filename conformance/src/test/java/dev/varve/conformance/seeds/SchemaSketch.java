package dev.varve.conformance.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sources of a schema.
 *
 * @param seed what it was made from
 * @param entities its entities
 * @param types the sources of other types, by full name
 */
record SchemaSketch(long seed, List<EntitySketch> entities, Map<String, String> types) {
  /** The same without an entity, what refers to it, and entities that lose their keys by that. */
  SchemaSketch without(EntitySketch entity) {
    List<EntitySketch> left = new ArrayList<>(entities);
    left.remove(entity);
    return new SchemaSketch(seed, among(left), types);
  }

  private static List<EntitySketch> among(List<EntitySketch> left) {
    Set<String> names = new TreeSet<>();
    left.forEach(entity -> names.add(entity.fullName()));
    List<EntitySketch> whole = new ArrayList<>();
    for (EntitySketch entity : left) {
      EntitySketch rest = entity.among(names);
      if (rest != null) {
        whole.add(rest);
      }
    }
    return whole.size() == left.size() ? whole : among(whole);
  }

  /** All files, by the full name of the type in each. */
  Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    StringBuilder text = new StringBuilder("package-info");
    for (EntitySketch entity : entities) {
      sources.put(entity.fullName(), entity.source());
      text.append(entity.source());
    }
    for (int before = -1; sources.size() > before; ) {
      before = sources.size();
      types.forEach(
          (name, source) -> {
            if (text.indexOf(name.substring(name.lastIndexOf('.') + 1)) >= 0
                && sources.putIfAbsent(name, source) == null) {
              text.append(source);
            }
          });
    }
    return sources;
  }

  /** The entities' sources, to be read. */
  String text() {
    StringBuilder text = new StringBuilder();
    entities.forEach(entity -> text.append(entity.source()).append('\n'));
    return text.toString();
  }
}
