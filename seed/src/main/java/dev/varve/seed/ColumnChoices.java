package dev.varve.seed;

import dev.varve.seed.rich.PlanValues;
import dev.varve.seed.value.Choices;
import dev.varve.seed.value.Realistic;
import dev.varve.seed.value.ValueDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column, for plans.
 *
 * @param column the column
 * @param table its table
 * @param entity the simple name of the table's record
 * @param sources where texts come from besides Varve's own words
 */
record ColumnChoices(ColumnShape column, TableShape table, String entity, List<WordSource> sources)
    implements PlanValues {
  @Override
  public Choices<Object> get() {
    return column.choices(table.name);
  }

  @Override
  public Choices<Object> within(ValueDomain domain) {
    return column.choices(table.name, domain);
  }

  @Override
  public @Nullable Realistic realistic(long seed) {
    return column.realistic(seed, entity, sources);
  }
}
