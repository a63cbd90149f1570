package dev.varve.processor;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which tables stay when a compiler sees some of the records only, as it does in an IDE.
 *
 * @param compiled the binary names of all types in this compilation
 * @param former what some of them were called, as {@code @Renamed} says, by their binary names:
 *     names of tables, or simple or binary names of records
 * @param isEntity whether there still is an entity of a binary name
 */
record PartialCompilation(
    Set<String> compiled, Map<String, String> former, Predicate<String> isEntity) {
  /**
   * The tables of entities that aren't in this compilation and still exist, with their junction
   * tables and the enum types that they use.
   *
   * @param stored what all entities said before
   */
  Schema kept(Schema stored) {
    List<Table> tables = new ArrayList<>();
    Set<QualifiedName> used = new HashSet<>();
    Set<String> renamed = renamed(stored);
    for (Table table : stored.tables()) {
      String owner = owner(table);
      if (!compiled.contains(owner) && isEntity.test(owner) && !renamed.contains(owner)) {
        tables.add(table);
        addEnumTypes(table, used);
      }
    }
    List<EnumType> types = new ArrayList<>();
    for (EnumType type : stored.enumTypes()) {
      if (used.contains(type.name())) {
        types.add(type);
      }
    }
    return new Schema(types, tables);
  }

  /**
   * What all entities say; where a kept one and one of this compilation name the same, the latter
   * has the word.
   *
   * @param stored what all entities said before, if that is known
   * @param compiled what those of this compilation say
   */
  Schema merged(Optional<Schema> stored, Schema compiled) {
    Schema kept = kept(stored.orElse(Schema.EMPTY));
    Set<QualifiedName> names = new HashSet<>();
    List<Table> tables = new ArrayList<>(compiled.tables());
    for (Table table : compiled.tables()) {
      names.add(table.name());
    }
    for (Table table : kept.tables()) {
      if (names.add(table.name())) {
        tables.add(table);
      }
    }
    List<EnumType> types = new ArrayList<>(compiled.enumTypes());
    names.clear();
    for (EnumType type : compiled.enumTypes()) {
      names.add(type.name());
    }
    for (EnumType type : kept.enumTypes()) {
      if (names.add(type.name())) {
        types.add(type);
      }
    }
    return new Schema(types, tables);
  }

  /**
   * Whether this compilation is about the same classes as the one before: it has one of their
   * entities, or adds to them where they are. Else it would mix those of tests, say, into those of
   * the program.
   *
   * @param stored what all entities said before
   * @param isBeside whether a class of a binary name lies where this compilation puts its own
   */
  boolean continues(Schema stored, Predicate<String> isBeside) {
    for (Table table : stored.tables()) {
      String owner = owner(table);
      if (compiled.contains(owner) || isBeside.test(owner)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether nothing is left of what there was: hardly a change to the records, rather those of
   * another module, or of this one without its classes.
   *
   * @param stored what all entities said before
   */
  boolean replacesAll(Schema stored) {
    for (String owner : owners(stored)) {
      if (compiled.contains(owner) || isEntity.test(owner)) {
        return false;
      }
    }
    return renamed(stored).isEmpty() && !stored.tables().isEmpty();
  }

  /**
   * The entities that have another name in this compilation for the first time. What is left of
   * their classes is stale: a compiler doesn't delete it.
   */
  private Set<String> renamed(Schema stored) {
    Set<String> names = new HashSet<>();
    Set<String> owners = owners(stored);
    former.forEach(
        (entity, name) -> {
          if (!owners.contains(entity)) {
            names.add(name);
          }
        });
    Set<String> renamed = new HashSet<>();
    for (Table table : names.isEmpty() ? List.<Table>of() : stored.tables()) {
      String owner = owner(table);
      int simple = Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1;
      boolean junction = !owner.equals(table.origin());
      if (names.contains(owner)
          || names.contains(owner.substring(simple))
          || !junction && names.contains(table.name().name())
          || !junction && names.contains(table.name().toString())) {
        renamed.add(owner);
      }
    }
    return renamed;
  }

  /**
   * The entities that aren't in this compilation and whose tables aren't what is sealed.
   *
   * @param snapshot what the sealed migrations lead to
   * @param schema what all entities say
   */
  Set<String> changedOthers(Schema snapshot, Schema schema) {
    Set<String> changed = new LinkedHashSet<>();
    Set<Table> sealed = new HashSet<>();
    for (Table table : schema.tables()) {
      if (!compiled.contains(owner(table))) {
        if (sealed.isEmpty()) {
          sealed.addAll(snapshot.tables());
        }
        if (!sealed.contains(table)) {
          changed.add(owner(table));
        }
      }
    }
    return changed;
  }

  /** The binary names of the entities that tables belong to, each once. */
  static Set<String> owners(Schema schema) {
    Set<String> owners = new LinkedHashSet<>();
    for (Table table : schema.tables()) {
      owners.add(owner(table));
    }
    return owners;
  }

  /** The binary name of the entity that a table belongs to. */
  static String owner(Table table) {
    String origin = table.origin();
    int component = origin.indexOf('#');
    return component < 0 ? origin : origin.substring(0, component);
  }

  private static void addEnumTypes(Table table, Set<QualifiedName> used) {
    for (Column column : table.columns()) {
      ColumnType type = column.type();
      while (type instanceof ColumnType.Array array) {
        type = array.element();
      }
      if (type instanceof ColumnType.NativeEnum named) {
        used.add(named.type());
      }
    }
  }
}
