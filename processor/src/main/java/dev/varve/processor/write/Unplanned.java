package dev.varve.processor.write;

import dev.varve.processor.Message;
import dev.varve.schema.EnumType;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes after the first sealed migration, which nobody plans yet. */
final class Unplanned {
  private Unplanned() {}

  /** Names the tables and types in which the two differ. */
  static FileProblem changes(Schema from, Schema to) {
    Map<String, Object> before = parts(from);
    Map<String, Object> after = parts(to);
    List<String> changes = new ArrayList<>();
    after.forEach(
        (name, part) -> {
          if (!before.containsKey(name)) {
            changes.add(name + " is new");
          } else if (!part.equals(before.get(name))) {
            changes.add(name + " differs");
          }
        });
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> changes.add(name + " is gone"));
    return new FileProblem(Message.CHANGE_UNPLANNED, String.join(", ", changes));
  }

  private static Map<String, Object> parts(Schema schema) {
    Map<String, Object> parts = new TreeMap<>();
    for (EnumType type : schema.enumTypes()) {
      parts.put("enum type " + type.name(), type);
    }
    for (Table table : schema.tables()) {
      parts.put("table " + table.name(), table);
    }
    return parts;
  }
}
