package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What somebody says of the rows that smoke shall make: the generated plan passes its calls on. */
final class SmokePlan implements InvocationHandler {
  private final Builders builders;
  private final Chances chances = new FixtureChances();
  private final Map<TableName, List<RowSeed>> rows = new LinkedHashMap<>();

  private SmokePlan(Builders builders) {
    this.builders = builders;
  }

  /** What {@code plan} says; null: nothing. */
  static SmokePlan of(Builders builders, @Nullable Consumer<Object> plan) {
    SmokePlan smoke = new SmokePlan(builders);
    if (plan != null) {
      plan.accept(Seeds.proxy(builders.plan(), smoke));
    }
    return smoke;
  }

  /** The rows of a table, as far as something is said of them; null if nothing is. */
  @Nullable List<RowSeed> rows(TableName table) {
    return rows.get(table);
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class || arguments == null) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> builders.plan().getSimpleName();
      };
    }
    BuilderShape shape = builders.of(method);
    List<RowSeed> all = rows.computeIfAbsent(shape.table.name, any -> new ArrayList<>());
    Ref<?> first = Ref.to();
    int count = RowSeed.count((Integer) Objects.requireNonNull(arguments[0]));
    for (int i = 0; i < count; i++) {
      RowSeed row = new RowSeed(shape, chances, all.size());
      if (i == 0) {
        first.row = row;
        row.refs.add(first);
      }
      all.add(arguments.length == 1 ? row : row.planned((RowPlan<?>) arguments[1], i));
    }
    return first;
  }
}
