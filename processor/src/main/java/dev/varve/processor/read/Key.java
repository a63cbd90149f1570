package dev.varve.processor.read;

import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * The primary key of an entity, as relations need it.
 *
 * @param table the entity's table
 * @param columns its columns in order, at least one
 */
record Key(QualifiedName table, List<PathColumn> columns) {
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

  List<List<String>> paths() {
    List<List<String>> paths = new ArrayList<>(columns.size());
    for (PathColumn column : columns) {
      paths.add(column.path());
    }
    return paths;
  }
}
