package dev.varve.project;

import dev.varve.runtime.format.Directives;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.Rebuild;
import dev.varve.runtime.format.SqlStatement;
import dev.varve.runtime.format.StatementSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a script changes, as far as its statements' first words tell. */
final class TouchedObjects {
  private static final Set<String> FILLERS =
      Set.of("if", "not", "exists", "only", "concurrently", "unique", "temp", "temporary");

  private final Set<String> objects = new TreeSet<>();

  private TouchedObjects() {}

  /**
   * The objects: {@code table t} for a table that is made, dropped, renamed or rebuilt, {@code t.x}
   * for a column or constraint of it, {@code index x}, {@code type x}.
   */
  static Set<String> of(String script, Engine engine) {
    TouchedObjects touched = new TouchedObjects();
    try {
      for (Rebuild rebuild : Directives.parse(script).rebuilds()) {
        touched.objects.add("table " + rebuild.table());
      }
      for (SqlStatement statement : StatementSplitter.split(script, engine)) {
        touched.statement(words(statement.text()));
      }
    } catch (FormatException unreadable) {
      // Sealing has refused such a script; what was edited since, its checksum tells.
      return Set.of();
    }
    return touched.objects;
  }

  /** An object that both change; a table's own change concerns all of it. */
  static Set<String> common(Set<String> ours, Set<String> theirs) {
    Set<String> common = new TreeSet<>(ours);
    common.retainAll(theirs);
    addParts(ours, theirs, common);
    addParts(theirs, ours, common);
    return common;
  }

  private static void addParts(Set<String> some, Set<String> others, Set<String> common) {
    for (String one : some) {
      if (one.startsWith("table ")) {
        String start = one.substring("table ".length()) + '.';
        for (String other : others) {
          if (other.startsWith(start)) {
            common.add(other);
          }
        }
      }
    }
  }

  private static List<String> words(String sql) {
    List<String> words = new ArrayList<>();
    for (String word : sql.replaceAll("[(),;]", " ").strip().split("\\s+")) {
      String plain = word.toLowerCase(Locale.ROOT).replace("\"", "");
      if (!FILLERS.contains(plain)) {
        words.add(plain);
      }
    }
    return words;
  }

  private void statement(List<String> words) {
    if (words.size() < 3) {
      return;
    }
    String verb = words.get(0);
    String kind = words.get(1);
    String name = words.get(2);
    switch (verb) {
      case "create", "drop" -> {
        if (Set.of("table", "index", "type").contains(kind) && !name.startsWith("_varve")) {
          objects.add(kind + ' ' + name);
        }
      }
      case "alter" -> {
        if (kind.equals("table")) {
          table(name, words.subList(3, words.size()));
        } else if (kind.equals("type")) {
          objects.add("type " + name);
        }
      }
      default -> {}
    }
  }

  private void table(String table, List<String> action) {
    if (action.size() < 2) {
      return;
    }
    String verb = action.get(0);
    if (verb.equals("rename") && action.get(1).equals("to")) {
      objects.add("table " + table);
      return;
    }
    boolean named = Set.of("column", "constraint").contains(action.get(1));
    int at = named ? 2 : 1;
    if (action.size() > at && Set.of("add", "drop", "alter", "rename").contains(verb)) {
      objects.add(table + '.' + action.get(at));
      if (verb.equals("rename") && action.size() > at + 2) {
        objects.add(table + '.' + action.get(at + 2));
      }
    }
  }
}
