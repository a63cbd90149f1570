package dev.varve.seed;

import dev.varve.seed.value.ValueDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds columns that smoke can't give a value, and says what is to be done about each. */
final class SmokeProblems {
  private final Builders builders;
  private final SeedEngine engine;
  private final List<String> problems = new ArrayList<>();

  SmokeProblems(Builders builders, SeedEngine engine) {
    this.builders = builders;
    this.engine = engine;
  }

  /**
   * Looks at the columns of a table.
   *
   * @param planned what the plan says of its rows; null: nothing
   */
  void look(SmokeTable table, @Nullable List<RowSeed> planned) {
    for (SmokeColumn column : table.columns) {
      if (column.isLeft()) {
        look(table, column.shape(), column.problem(), planned);
      }
    }
  }

  private void look(
      SmokeTable table, ColumnShape column, String problem, @Nullable List<RowSeed> planned) {
    boolean wrong = column.domain.opaque().isEmpty() && column.domain.patterns().isEmpty();
    boolean optional = column.nullable || column.hasDefault(engine);
    String name = table + "." + column.name + ": ";
    if (wrong) {
      problems.add(
          name
              + "no value satisfies all its constraints ("
              + domain(column)
              + "), so "
              + (column.nullable ? "it can only be null" : "the table can hold no row")
              + ". Change them");
    } else if (!optional && planned == null) {
      problems.add(
          name
              + "no value can be invented, "
              + problem
              + ". Write seed.smoke(p -> p."
              + builders.plural(table.builder)
              + "(2, (row, chance) -> row."
              + column.setter
              + "(…)))");
    }
  }

  /** What is asked of a column's values. */
  private static String domain(ColumnShape column) {
    ValueDomain domain = column.domain;
    List<String> rules = new ArrayList<>();
    if (!column.type.words().isEmpty()) {
      rules.add("a constant: " + String.join(", ", column.type.words()));
    }
    if (domain.min() != null) {
      rules.add("at least " + domain.min().toPlainString());
    }
    if (domain.max() != null) {
      rules.add("at most " + domain.max().toPlainString());
    }
    if (domain.minLength() > 0) {
      rules.add("length at least " + domain.minLength());
    }
    if (domain.maxLength() > 0) {
      rules.add("length at most " + domain.maxLength());
    }
    if (!domain.values().isEmpty()) {
      rules.add("one of " + String.join(", ", domain.values()));
    }
    if (column.type.size() > 0) {
      rules.add("type " + column.type);
    }
    return String.join("; ", rules);
  }

  /**
   * Refuses to go on if there is a problem.
   *
   * @throws SeedException with all problems
   */
  void end() {
    if (!problems.isEmpty()) {
      throw new SeedException("smoke" + Problems.at() + ":\n  " + String.join("\n  ", problems));
    }
  }
}
