package dev.varve.schema.change;

import dev.varve.schema.ForeignKey;
import dev.varve.schema.QualifiedName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables have foreign keys to which; may name some that have none any more. */
final class Referrers {
  private final Map<QualifiedName, Set<QualifiedName>> byTarget = new HashMap<>();

  void add(QualifiedName table, List<ForeignKey> keys) {
    for (ForeignKey key : keys) {
      byTarget.computeIfAbsent(key.target(), target -> new LinkedHashSet<>()).add(table);
    }
  }

  Set<QualifiedName> of(QualifiedName target) {
    return byTarget.getOrDefault(target, Set.of());
  }

  /**
   * A table is called otherwise.
   *
   * @param keys its foreign keys after that
   */
  void rename(List<ForeignKey> keys, QualifiedName from, QualifiedName to) {
    Set<QualifiedName> referrers = byTarget.remove(from);
    if (referrers != null) {
      byTarget.put(to, referrers);
    }
    add(to, keys);
    for (ForeignKey key : keys) {
      byTarget.getOrDefault(key.target(), new LinkedHashSet<>()).remove(from);
    }
  }
}
