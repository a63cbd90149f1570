package dev.varve.seed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what a plan asks for: a method for each entity, with a number and perhaps a function. */
final class PlanHandler implements InvocationHandler {
  private final Class<?> type;
  private final Builders builders;

  /** What was asked for, in the order in which it stands there. */
  final List<Asked> asked = new ArrayList<>();

  PlanHandler(Class<?> type, Builders builders) {
    this.type = type;
    this.builders = builders;
  }

  /**
   * Rows that a plan asks for.
   *
   * @param method the plan's method, for messages
   * @param builder the builder of the rows
   * @param count how many
   * @param plan what each holds; null: everything is invented
   * @param ref stands for any of them
   * @param line where that stands: {@code ReportTest.java:23}, or empty
   */
  record Asked(
      String method,
      BuilderShape builder,
      int count,
      @Nullable RowPlan<?> plan,
      Ref<?> ref,
      String line) {}

  @Override
  public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> type.getSimpleName();
      };
    }
    Object[] all = arguments == null ? new Object[0] : arguments;
    int count = (Integer) all[0];
    if (count < 0) {
      throw new SeedException(
          method.getName() + '(' + count + ')' + Problems.at() + ": less than none can't be made");
    }
    if (all.length > 1 && all[1] == null) {
      throw new SeedException(method.getName() + Problems.at() + ": the row's function is null");
    }
    RowPlan<?> plan = all.length > 1 ? (RowPlan<?>) all[1] : null;
    Ref<?> ref = Ref.to();
    String line = Problems.line();
    asked.add(new Asked(method.getName(), builders.of(method), count, plan, ref, line));
    return ref;
  }
}
