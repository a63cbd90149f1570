package dev.varve.schema.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the words of an enum.
 *
 * @param renamed the new word for each that is called otherwise
 * @param replaced what rows get instead of each that is gone by agreement; those that no row may
 *     hold aren't among them
 * @param agreed all that are gone by agreement
 * @param gone those that are gone without agreement
 * @param added those that are new
 */
record WordChange(
    Map<String, String> renamed,
    Map<String, String> replaced,
    List<String> agreed,
    List<String> gone,
    List<String> added) {

  static WordChange of(List<String> from, List<String> to, String enumType, Agreements agreements) {
    Map<String, String> renamed = renamed(from, to, enumType, agreements);
    Map<String, String> removed = agreements.removedValues().getOrDefault(enumType, Map.of());
    Map<String, String> replaced = new LinkedHashMap<>();
    List<String> agreed = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (String word : from) {
      boolean kept = to.contains(word) && !renamed.containsValue(word);
      if (!kept && !renamed.containsKey(word)) {
        String other = removed.get(word);
        if (other == null || !other.isEmpty() && !to.contains(other)) {
          gone.add(word);
        } else {
          agreed.add(word);
          if (!other.isEmpty()) {
            replaced.put(word, other);
          }
        }
      }
    }
    List<String> added = new ArrayList<>(to);
    added.removeAll(from);
    added.removeAll(renamed.values());
    return new WordChange(renamed, replaced, agreed, gone, added);
  }

  private static Map<String, String> renamed(
      List<String> from, List<String> to, String enumType, Agreements agreements) {
    Map<String, String> formerNames = agreements.renamedValues().getOrDefault(enumType, Map.of());
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    for (String word : to) {
      String old = formerNames.get(word);
      if (old != null) {
        candidates.put(word, List.of(old));
      }
    }
    Set<String> former = new LinkedHashSet<>(from);
    return Claims.resolve(candidates, former, new LinkedHashSet<>(to));
  }

  /** How rows get the present words. */
  Fill fill() {
    if (renamed.isEmpty() && replaced.isEmpty()) {
      return Fill.NONE;
    }
    Map<String, String> words = new LinkedHashMap<>(renamed);
    words.putAll(replaced);
    Map<String, String> back = new LinkedHashMap<>();
    renamed.forEach((old, word) -> back.put(word, old));
    return new Fill.Replaced(words, back);
  }
}
