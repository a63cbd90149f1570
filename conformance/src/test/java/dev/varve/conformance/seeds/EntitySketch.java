package dev.varve.conformance.seeds;

import dev.varve.schema.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An entity that grows while a schema is made. */
final class EntitySketch {
  /**
   * A column of the key.
   *
   * @param column its name in the database
   * @param type the Java type that a component has that refers to it
   * @param size the annotation that gives it its length; empty: none
   */
  record KeyPart(String column, String type, String size) {}

  final String packageName;
  final String name;
  final boolean isPublic;
  final String table;
  final String schema;
  final List<KeyPart> key = new ArrayList<>();
  final List<Piece> annotations = new ArrayList<>();
  final List<ComponentSketch> components = new ArrayList<>();

  EntitySketch(String packageName, String name, boolean isPublic, String table, String schema) {
    this.packageName = packageName;
    this.name = name;
    this.isPublic = isPublic;
    this.table = table;
    this.schema = schema;
  }

  /** What is left of it if there are only these entities; null if it has no key then. */
  EntitySketch among(Set<String> entities) {
    EntitySketch rest = new EntitySketch(packageName, name, isPublic, table, schema);
    rest.key.addAll(key);
    Set<String> names = new TreeSet<>();
    for (ComponentSketch component : components) {
      // what it names stands before it
      if (component.piece().isWhole(entities, names)) {
        rest.components.add(component);
        names.add(component.name());
      } else if (component.key()) {
        return null;
      }
    }
    for (Piece annotation : annotations) {
      if (annotation.isWhole(entities, names)) {
        rest.annotations.add(annotation);
      }
    }
    return rest;
  }

  String fullName() {
    return packageName + '.' + name;
  }

  /** Where rows are on SQLite, or on PostgreSQL. */
  String quotedTable(boolean sqlite) {
    String plain = table.isEmpty() ? Names.plural(Names.snakeCase(name)) : table;
    if (schema.isEmpty()) {
      return '"' + plain + '"';
    }
    return sqlite ? '"' + schema + '_' + plain + '"' : '"' + schema + "\".\"" + plain + '"';
  }

  boolean has(String component) {
    return components.stream().anyMatch(one -> one.name().equals(component));
  }

  /** Whether rows of it can't be made without somebody's help. */
  boolean needsHelp() {
    return components.stream().anyMatch(one -> one.given() != null);
  }

  /** The values that must be given, in the order of components. */
  Map<String, Object> given() {
    Map<String, Object> given = new TreeMap<>();
    for (ComponentSketch component : components) {
      if (component.given() != null) {
        given.put(component.name(), component.given());
      }
    }
    return given;
  }

  String source() {
    StringBuilder source = new StringBuilder("package " + packageName + ";\n\n");
    source.append("@dev.varve.Entity(table = \"").append(table);
    source.append("\", schema = \"").append(schema).append("\")\n");
    annotations.forEach(annotation -> source.append(annotation.text()).append('\n'));
    source.append(isPublic ? "public " : "").append("record ").append(name).append('(');
    String comma = "\n    ";
    for (ComponentSketch component : components) {
      source.append(comma).append(component.piece().text());
      comma = ",\n    ";
    }
    return source.append(") {}\n").toString();
  }
}
