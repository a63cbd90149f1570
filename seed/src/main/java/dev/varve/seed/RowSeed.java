package dev.varve.seed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row to be inserted, as far as somebody has said what it holds; generated row builders pass
 * their calls to it. Nothing is checked or sent before the row is handed to a {@link Seed}.
 */
final class RowSeed implements InvocationHandler {
  /** Stands in {@link #given} for what nobody has set. */
  static final Object UNSET = new Object();

  /**
   * What was set: a cell for each slot of the entity's record, then one for each of its relations.
   * A relation's cell holds a record that is in the database, a {@code RowSeed} that is still to be
   * inserted, or null for none.
   */
  final @Nullable Object[] given;

  final TableShape shape;
  private final BuilderShape builder;

  /** A row of which nothing is set. */
  RowSeed(BuilderShape builder) {
    this.builder = builder;
    this.shape = builder.table;
    given = new Object[shape.slots + shape.relations.size()];
    Arrays.fill(given, UNSET);
  }

  @Override
  public Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> builder.type.getSimpleName();
      };
    }
    set(builder.setter(method), arguments == null ? null : arguments[0]);
    return proxy;
  }

  private void set(Setter setter, @Nullable Object value) {
    int place = setter.place();
    switch (setter.kind()) {
      case SLOT -> given[place] = builder.record.unwrapped(place, value);
      case MANY -> given[place] = value;
      case EMBEDDED -> builder.record.takeApart(place, value, given);
      case NONE -> given[shape.slots + place] = null;
      case RELATION -> given[shape.slots + place] = related(place, value);
    }
  }

  private @Nullable Object related(int relation, @Nullable Object value) {
    return value instanceof UnaryOperator<?>
        ? new RowSeed(builder.target(relation)).applied(value)
        : value;
  }

  /** This row after a function of the builder was applied to it, or the row that it returned. */
  RowSeed applied(@Nullable Object function) {
    if (function == null) {
      throw new SeedException("the row's function is null" + Problems.at());
    }
    @SuppressWarnings("unchecked")
    UnaryOperator<Object> operator = (UnaryOperator<Object>) function;
    Object result = operator.apply(builder.proxy(this));
    if (result == null) {
      throw new SeedException("the row's function returned null" + Problems.at());
    }
    return (RowSeed) Proxy.getInvocationHandler(result);
  }

  /**
   * Makes the entity's record.
   *
   * @param slots a value for each slot, of the type that the component has, without {@code
   *     Optional} and value records around it
   */
  Object toRecord(@Nullable Object[] slots) {
    return builder.record.make(slots);
  }

  /** Takes the entity's record apart: the inverse of {@link #toRecord}. */
  @Nullable Object[] toValues(Object record) {
    @Nullable Object[] slots = new Object[shape.slots];
    builder.record.takeApart(record, slots);
    return slots;
  }

  /**
   * A row, with nothing set, of the table that a relation refers to.
   *
   * @param relation the relation's place, or the number of relations and a junction's place
   */
  RowSeed targetSeed(int relation) {
    return new RowSeed(builder.target(relation));
  }
}
