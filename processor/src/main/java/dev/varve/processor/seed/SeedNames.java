package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import dev.varve.schema.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that entities have in the seed builder: that of an entity's own builder ({@code
 * CustomerSeed}) and that of its methods in the database's ({@code customer}).
 *
 * <p>They follow from all the entities' names alone. An entity's simple name is enough where no
 * other entity has it; where one does, both take more of what stands before it: {@code ShopOrder}
 * and {@code BillingOrder}.
 */
final class SeedNames {
  /** Methods without parameters that every object has. */
  private static final Set<String> OBJECT_METHODS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** What every database's builder has, see {@code dev.varve.seed.DatabaseSeed}. */
  private static final Set<String> INHERITED =
      Set.of("reload", "addAll", "share", "distinct", "smoke", "rich", "listener");

  private final String packageName;
  private final Map<Aggregate, ClassName> aggregates = new EnumMap<>(Aggregate.class);
  private final Map<ClassName, String> terms = new HashMap<>();
  private final Map<ClassName, ClassName> builders = new HashMap<>();
  private final Map<ClassName, String> methods = new HashMap<>();
  private final Map<ClassName, String> plurals = new HashMap<>();

  private SeedNames(String packageName) {
    this.packageName = packageName;
  }

  /**
   * Names builders and methods.
   *
   * @param database the builder of the database; the entities' go to its package
   * @param entities all entities, those that aren't in this compilation too
   */
  static SeedNames of(ClassName database, Iterable<ClassName> entities) {
    Set<ClassName> sorted = new TreeSet<>();
    entities.forEach(sorted::add);
    SeedNames names = new SeedNames(database.packageName());
    names.nameEntities(sorted);
    names.nameAggregates(database, sorted);
    names.nameBuilders(sorted);
    names.nameMethods(sorted);
    return names;
  }

  /** The interface of that kind. */
  ClassName aggregate(Aggregate kind) {
    return Objects.requireNonNull(aggregates.get(kind));
  }

  /** The builder of {@code entity}'s rows. */
  ClassName builder(ClassName entity) {
    ClassName builder = builders.get(entity);
    return builder == null ? ClassName.get(packageName, entity.simpleName() + "Seed") : builder;
  }

  /** The method that inserts a row of {@code entity}. */
  String method(ClassName entity) {
    String method = methods.get(entity);
    return method == null ? one(entity) : method;
  }

  /** The method that inserts several rows of {@code entity}. */
  String plural(ClassName entity) {
    String plural = plurals.get(entity);
    return plural == null ? many(entity) : plural;
  }

  private void nameMethods(Set<ClassName> entities) {
    Set<String> taken = new HashSet<>(INHERITED);
    for (ClassName entity : entities) {
      methods.put(entity, free(one(entity), taken));
    }
    for (ClassName entity : entities) {
      plurals.put(entity, free(many(entity), taken));
    }
  }

  private static String free(String name, Set<String> taken) {
    String free = OBJECT_METHODS.contains(name) ? name + '_' : name;
    while (!taken.add(free)) {
      free += '_';
    }
    return free;
  }

  private String one(ClassName entity) {
    return JavaNames.identifier(JavaNames.lowerCamel(term(entity)));
  }

  /** As the table is called, but for names that somebody chose for it. */
  private String many(ClassName entity) {
    return JavaNames.identifier(Names.plural(JavaNames.lowerCamel(term(entity))));
  }

  private String term(ClassName entity) {
    return terms.getOrDefault(entity, entity.simpleName());
  }

  private void nameEntities(Set<ClassName> entities) {
    Map<String, List<ClassName>> sameName = new TreeMap<>();
    for (ClassName entity : entities) {
      String name = JavaNames.lowerCamel(entity.simpleName());
      sameName.computeIfAbsent(name, any -> new ArrayList<>()).add(entity);
    }
    Set<String> taken = new HashSet<>();
    for (List<ClassName> group : sameName.values()) {
      int count = count(group);
      for (ClassName entity : group) {
        String term = term(words(entity), count);
        while (!taken.add(JavaNames.lowerCamel(term))) {
          term += '_';
        }
        terms.put(entity, term);
      }
    }
  }

  /** How many words tell entities of one simple name apart. */
  private static int count(List<ClassName> entities) {
    int longest = 0;
    for (ClassName entity : entities) {
      longest = Math.max(longest, words(entity).size());
    }
    for (int count = 1; count < longest; count++) {
      Set<String> different = new HashSet<>();
      for (ClassName entity : entities) {
        different.add(JavaNames.lowerCamel(term(words(entity), count)));
      }
      if (different.size() == entities.size()) {
        return count;
      }
    }
    return longest;
  }

  private static List<String> words(ClassName entity) {
    List<String> words = new ArrayList<>();
    if (!entity.packageName().isEmpty()) {
      words.addAll(List.of(entity.packageName().split("\\.")));
    }
    words.addAll(entity.simpleNames());
    return words;
  }

  /** The last {@code count} words as the name of a type. */
  private static String term(List<String> words, int count) {
    StringBuilder term = new StringBuilder();
    for (String word : words.subList(Math.max(0, words.size() - count), words.size())) {
      term.append(JavaNames.capitalized(word));
    }
    return term.toString();
  }

  /** {@code ShopPlan}; {@code ShopSeedPlan} where the entities have a type of that name. */
  private void nameAggregates(ClassName database, Set<ClassName> entities) {
    Set<String> taken = types(entities);
    String seed = database.simpleName();
    String name = seed.endsWith("Seed") ? seed.substring(0, seed.length() - 4) : seed;
    for (Aggregate kind : Aggregate.values()) {
      String simple = kind == Aggregate.SEED ? seed : name + kind.suffix();
      simple = kind != Aggregate.SEED && taken.contains(simple) ? seed + kind.suffix() : simple;
      aggregates.put(kind, database.peerClass(simple));
    }
  }

  /** The simple names of the entities' types, or of those around them, in the package. */
  private Set<String> types(Set<ClassName> entities) {
    Set<String> types = new HashSet<>();
    for (ClassName entity : entities) {
      if (entity.packageName().equals(packageName)) {
        types.add(entity.simpleNames().get(0));
      }
    }
    return types;
  }

  private void nameBuilders(Set<ClassName> entities) {
    Set<String> taken = types(entities);
    aggregates.values().forEach(aggregate -> taken.add(aggregate.simpleName()));
    for (ClassName entity : entities) {
      String name = term(entity) + "Seed";
      if (taken.contains(name)) {
        name = term(entity) + "RowSeed";
      }
      while (!taken.add(name)) {
        name += '_';
      }
      builders.put(entity, ClassName.get(packageName, name));
    }
  }
}
