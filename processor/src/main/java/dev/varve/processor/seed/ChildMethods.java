package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods by which a row builder makes rows that refer to its row: {@code line(l -> …)}, {@code
 * lines(3)}.
 *
 * <p>They are called after the child's entity, and after the relation too, {@code transferFrom} and
 * {@code transfersFrom}, where the child has several relations to this entity or where the builder
 * has a method of one of the short names already. Of a one-to-one relation there is the first
 * alone.
 */
final class ChildMethods {
  private final List<Child> children;
  private final SeedNames names;
  private final Set<String> taken;
  private final Map<String, Integer> wanted = new HashMap<>();

  /**
   * Counts names.
   *
   * @param taken the names of the builder's other methods
   */
  ChildMethods(List<Child> children, SeedNames names, Set<String> taken) {
    this.children = children;
    this.names = names;
    this.taken = taken;
    for (Child child : children) {
      if (child.only()) {
        wanted.merge(names.method(child.entity()), 1, Integer::sum);
        wanted.merge(names.plural(child.entity()), 1, Integer::sum);
      }
    }
  }

  void write(BuilderSource source) {
    for (int place = 0; place < children.size(); place++) {
      Child child = children.get(place);
      String one = names.method(child.entity());
      String many = names.plural(child.entity());
      if (!child.only() || !isFree(one) || !isFree(many)) {
        one = longName(one, child);
        many = longName(many, child);
      }
      ClassName builder = names.builder(child.entity());
      source.row(one, source.parameters(child.needs()), builder);
      source.told(one, "child", place);
      if (!child.single()) {
        source.rows(many, builder, child.needs().isEmpty());
        source.told(many, "child", place);
      }
    }
  }

  private boolean isFree(String name) {
    return !taken.contains(name) && wanted.getOrDefault(name, 0) == 1;
  }

  private String longName(String name, Child child) {
    String stem = name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    String method = stem + JavaNames.capitalized(child.relation());
    while (!taken.add(method)) {
      method += '_';
    }
    return method;
  }
}
