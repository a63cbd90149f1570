package dev.varve.processor.read;

import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * The primary key of an entity, as relations need it.
 *
 * @param table the entity's table
 * @param entity the entity's name in snake case
 * @param columns its columns in order, at least one
 */
record Key(QualifiedName table, String entity, List<PathColumn> columns) {
  Key {
    columns = List.copyOf(columns);
  }

  List<String> names() {
    List<String> names = new ArrayList<>(columns.size());
    for (PathColumn column : columns) {
      names.add(column.name());
    }
    return names;
  }

  /**
   * What the columns are called that refer to this key as {@code role}: the role and the column's
   * name, but not the entity's name twice. A {@code support_rep} is referred to by {@code
   * support_rep_id}, whether the employee's key is {@code id} or {@code employee_id}. Where two
   * columns would be called the same, {@code number} and {@code tenant_number} of a tenant within a
   * tenant, the name stays whole.
   */
  List<String> referringNames(String role) {
    List<String> names = new ArrayList<>(columns.size());
    String own = entity + '_';
    for (PathColumn column : columns) {
      String name = column.name();
      boolean named = name.startsWith(own) && name.length() > own.length();
      String rest = named ? name.substring(own.length()) : name;
      boolean clear = rest.equals(name) || !names().contains(rest);
      names.add(role + '_' + (clear ? rest : name));
    }
    return names;
  }

  List<List<String>> paths() {
    List<List<String>> paths = new ArrayList<>(columns.size());
    for (PathColumn column : columns) {
      paths.add(column.path());
    }
    return paths;
  }
}
