package dev.varve.schema.change;

import dev.varve.schema.ColumnName;
import dev.varve.schema.change.Question.ValueGone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Enum constants that are gone without agreement, and where rows may hold them. */
final class GoneValues {
  private record Value(String enumType, String value) implements Comparable<Value> {
    @Override
    public int compareTo(Value other) {
      return Comparator.comparing(Value::enumType).thenComparing(Value::value).compare(this, other);
    }
  }

  private final Map<Value, List<ColumnName>> columns = new TreeMap<>();
  private final Map<Value, List<String>> added = new TreeMap<>();

  void add(String enumType, WordChange change, ColumnName column) {
    for (String word : change.gone()) {
      Value value = new Value(enumType, word);
      columns.computeIfAbsent(value, key -> new ArrayList<>()).add(column);
      List<String> candidates = new ArrayList<>(change.added());
      candidates.sort(Comparator.comparingInt(candidate -> -Likeness.of(word, candidate)));
      added.putIfAbsent(value, candidates);
    }
  }

  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    columns.forEach(
        (value, where) ->
            questions.add(
                new ValueGone(
                    value.enumType(), value.value(), added.getOrDefault(value, List.of()), where)));
    return questions;
  }
}
