package dev.varve.processor.read;

import dev.varve.schema.ColumnName;
import dev.varve.schema.change.Agreements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the annotations of some entities say about the past of their tables.
 *
 * @param clauses what each annotation says
 * @param enums the binary name of the Java enum whose constants a column holds
 */
public record Past(List<Clause> clauses, Map<ColumnName, String> enums) {
  /** Nothing is said. */
  public static final Past NONE = new Past(List.of(), Map.of());

  /** Copies both. */
  public Past {
    clauses = List.copyOf(clauses);
    enums = Map.copyOf(enums);
  }

  /** What all clauses say together. */
  public Agreements agreements() {
    ClauseDraft all = new ClauseDraft();
    for (Clause clause : clauses) {
      all.add(clause.says());
    }
    all.enums.putAll(enums);
    return all.agreements();
  }

  /** This and what other entities say. */
  public Past plus(Past other) {
    List<Clause> all = new ArrayList<>(clauses);
    all.addAll(other.clauses);
    Map<ColumnName, String> allEnums = new HashMap<>(enums);
    allEnums.putAll(other.enums);
    return new Past(all, allEnums);
  }
}
