package dev.varve.schema.change;

import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds former tables by what a person calls them. */
final class TableNames {
  private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

  TableNames(Schema schema) {
    for (Table table : schema.tables()) {
      tables.put(table.name(), table);
    }
  }

  /**
   * The tables that {@code written} may mean: that of the name, one of the name in the schema
   * {@code near} or any other, one whose record has the binary or simple name.
   */
  List<QualifiedName> of(String written, String near) {
    List<QualifiedName> exact = new ArrayList<>(1);
    add(QualifiedName.parse(written), exact);
    add(new QualifiedName(near, written), exact);
    if (!exact.isEmpty()) {
      return exact;
    }
    List<QualifiedName> found = new ArrayList<>();
    for (Table table : tables.values()) {
      if (table.name().name().equals(written) || isOrigin(table.origin(), written)) {
        found.add(table.name());
      }
    }
    return found.size() == 1 ? found : List.of();
  }

  private void add(QualifiedName name, List<QualifiedName> found) {
    if (tables.containsKey(name) && !found.contains(name)) {
      found.add(name);
    }
  }

  private static boolean isOrigin(String origin, String written) {
    int before = origin.length() - written.length() - 1;
    return origin.equals(written)
        || before >= 0
            && origin.endsWith(written)
            && (origin.charAt(before) == '.' || origin.charAt(before) == '$');
  }
}
