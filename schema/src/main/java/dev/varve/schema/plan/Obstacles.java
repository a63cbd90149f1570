package dev.varve.schema.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can't be done in place, in words that go on after "SQLite can't". */
final class Obstacles {
  private final Map<String, List<String>> byVerb = new LinkedHashMap<>();

  /** Something that can't be done: {@code change the type of}, {@code total}. */
  void add(String verb, String object) {
    List<String> objects = byVerb.computeIfAbsent(verb, first -> new ArrayList<>());
    if (!objects.contains(object)) {
      objects.add(object);
    }
  }

  boolean isEmpty() {
    return byVerb.isEmpty();
  }

  /** All of them: {@code change the type of total, or drop fax and telex}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<String>> entry : byVerb.entrySet()) {
      text.append(text.isEmpty() ? "" : ", or ").append(entry.getKey()).append(' ');
      List<String> objects = entry.getValue();
      for (int i = 0; i < objects.size(); i++) {
        text.append(i == 0 ? "" : i < objects.size() - 1 ? ", " : " and ").append(objects.get(i));
      }
    }
    return text.toString();
  }
}
