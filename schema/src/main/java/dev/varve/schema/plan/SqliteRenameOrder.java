package dev.varve.schema.plan;

import dev.varve.schema.sql.SqliteNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An order in which names can be given one after the other: each when nothing else has it. What has
 * a name that another shall get, and keeps or loses its own, is moved aside first; in a cycle, and
 * where but capitals change, one goes through another name.
 */
final class SqliteRenameOrder {
  private final Map<String, String> pending;
  private final Map<String, String> taken = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, String> result;

  /** One rename. */
  record Step(String from, String to) {}

  /**
   * Finds the order.
   *
   * @param wanted the new names by the old ones
   * @param present all names that there are
   * @param reserved names that are no place to move aside to
   */
  SqliteRenameOrder(
      Map<String, String> wanted, Collection<String> present, Collection<String> reserved) {
    pending = new TreeMap<>(wanted);
    result = new LinkedHashMap<>(pending);
    for (String name : present) {
      taken.put(SqliteNames.key(name), name);
    }
    for (String name : reserved) {
      taken.putIfAbsent(SqliteNames.key(name), "");
    }
    for (String target : List.copyOf(pending.values())) {
      String owner = taken.getOrDefault(SqliteNames.key(target), "");
      if (!owner.isEmpty() && !wanted.containsKey(owner)) {
        result.put(owner, moveAside(owner));
      }
    }
    while (!pending.isEmpty()) {
      if (!renameFree()) {
        Map.Entry<String, String> blocked = pending.entrySet().iterator().next();
        String target = blocked.getValue();
        pending.remove(blocked.getKey());
        pending.put(moveAside(blocked.getKey()), target);
      }
    }
  }

  /** The renames, in order. */
  List<Step> steps() {
    return steps;
  }

  /** The final name of all that is renamed or moved aside, by its first one. */
  Map<String, String> result() {
    return result;
  }

  private boolean renameFree() {
    for (Map.Entry<String, String> entry : pending.entrySet()) {
      if (taken.getOrDefault(SqliteNames.key(entry.getValue()), "").isEmpty()) {
        rename(entry.getKey(), entry.getValue());
        pending.remove(entry.getKey());
        return true;
      }
    }
    return false;
  }

  private String moveAside(String name) {
    String aside = free("varve_old_" + name);
    rename(name, aside);
    return aside;
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; taken.containsKey(SqliteNames.key(free)); i++) {
      free = name + '_' + i;
    }
    return free;
  }

  private void rename(String from, String to) {
    steps.add(new Step(from, to));
    taken.put(SqliteNames.key(from), "");
    taken.put(SqliteNames.key(to), to);
  }
}
