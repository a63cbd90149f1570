package dev.varve.project;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of bringing a directory up to date.
 *
 * @param resources what a jar carries: texts by their paths on the class path
 * @param notices what a person should know of it
 */
public record Written(SortedMap<String, String> resources, List<Notice> notices) {
  /** Copies both. */
  public Written {
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
    notices = List.copyOf(notices);
  }
}
