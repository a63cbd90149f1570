package dev.varve.seed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row to be inserted, as far as somebody has said what it holds; generated row builders pass
 * their calls to it. Nothing is sent before the row is handed to a {@link Seed}.
 */
final class RowSeed implements InvocationHandler {
  /** Stands in {@link #given} for what nobody has set. */
  static final Object UNSET = new Object();

  /** Stands in {@link #presets} for a value that must be invented. */
  static final Object WANTED = new Object();

  /**
   * What was set: a cell for each slot of the entity's record, then one for each of its relations.
   * A relation's cell holds a record that is in the database, a {@code RowSeed} that is still to be
   * inserted, a {@link Ref}, or null for none. The slot of a many-to-many relation holds a
   * collection of records, of keys and of {@code RowSeed}s, or an array.
   */
  final @Nullable Object[] given;

  /** For each slot the canonical form of what was given, as far as it was checked. */
  final @Nullable Object[] checked;

  final TableShape shape;
  final BuilderShape builder;

  /**
   * Canonical values of columns that were decided on before, for each column one or {@link #UNSET};
   * {@link #WANTED} where one must be invented though the column may be null or has a default. Null
   * if there are none.
   */
  @Nullable Object @Nullable [] presets;

  /** Rows that refer to this one, in the order in which they were asked for. */
  final List<RowSeed> children = new ArrayList<>();

  /** Children that were asked for, where they are made later. */
  final List<Asked> asked = new ArrayList<>(0);

  /** What means this row. */
  final List<Ref<?>> refs = new ArrayList<>();

  /** What this row says of rows that nobody names; null if nothing. */
  @Nullable Sharing sharing;

  /** The row in whose function this one was made; null if there is none. */
  final @Nullable RowSeed maker;

  private final String step;
  private final Chances chances;

  /**
   * Children that were asked for.
   *
   * @param child what they are
   * @param arguments of the method that asked
   */
  record Asked(BuilderShape.Child child, @Nullable Object[] arguments) {}

  /** A row that a call begins with. */
  RowSeed(BuilderShape builder, Chances chances) {
    this(builder, chances, null, builder.table.name.toString());
  }

  /** One of several rows that a call begins with. */
  RowSeed(BuilderShape builder, Chances chances, int index) {
    this(builder, chances, null, numbered(builder, index));
  }

  /**
   * A row that is made for another one.
   *
   * @param step what leads to it from there
   */
  RowSeed(BuilderShape builder, Chances chances, @Nullable RowSeed maker, String step) {
    this.builder = builder;
    this.shape = builder.table;
    this.chances = chances;
    this.maker = maker;
    this.step = step;
    given = new Object[shape.slots + shape.relations.size()];
    Arrays.fill(given, UNSET);
    checked = Arrays.copyOf(given, shape.slots);
  }

  private static String numbered(BuilderShape builder, int index) {
    return builder.table.name + "[" + index + ']';
  }

  /** {@link #presets}, to be set. */
  @Nullable Object[] presets() {
    @Nullable Object[] known = presets;
    if (known == null) {
      known = new Object[shape.columns.size()];
      Arrays.fill(known, UNSET);
      presets = known;
    }
    return known;
  }

  /** Whether a value must be invented for a column even if there needn't be one. */
  boolean wants(ColumnShape column) {
    return presets != null && presets()[column.index] == WANTED;
  }

  /** How the row came about: {@code orders}, {@code orders.customer}, {@code orders.lines[1]}. */
  String path() {
    return maker == null ? step : maker.path() + '.' + step;
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
    @Nullable Object[] all = arguments == null ? new Object[0] : arguments;
    if (method.getDeclaringClass() == RowBuilder.class) {
      say(method.getName(), all);
    } else {
      set(builder.setter(method), all);
    }
    return proxy;
  }

  private void say(String method, @Nullable Object[] arguments) {
    switch (method) {
      case "with" -> {
        if (applied(arguments[0]) != this) {
          throw new SeedException("the trait returned another row" + Problems.at());
        }
      }
      case "as" -> name((Ref<?>) Objects.requireNonNull(arguments[0], "ref"));
      case "share" -> share((Object[]) Objects.requireNonNull(arguments[0], "rows"));
      default -> sharing().distinct();
    }
  }

  private void name(Ref<?> ref) {
    ref.row = this;
    refs.add(ref);
  }

  private void share(@Nullable Object[] records) {
    for (Object record : records) {
      builder.checkEntity(Objects.requireNonNull(record, "row"));
      sharing().add((Record) record);
    }
  }

  private Sharing sharing() {
    if (sharing == null) {
      sharing = new Sharing();
    }
    return sharing;
  }

  private void set(Setter setter, @Nullable Object[] arguments) {
    int place = setter.place();
    Object value = arguments.length == 0 ? null : arguments[0];
    switch (setter.kind()) {
      case SLOT -> slot(place, builder.record.unwrapped(place, value));
      case MANY -> given[place] = value;
      case EMBEDDED -> {
        builder.record.takeApart(place, value, given);
        Arrays.fill(checked, UNSET);
      }
      case NONE -> given[shape.slots + place] = null;
      case RELATION -> given[shape.slots + place] = related(place, value);
      case LINK -> new AskedRows(this, chances).link(place, arguments);
      case CHILD -> children(builder.child(place), arguments);
    }
  }

  /** Checks what was given at once: the line of the caller is that of the setter then. */
  private void slot(int place, @Nullable Object value) {
    ColumnShape column = shape.bySlot(place);
    checked[place] = Values.canonical(this, shape, column, value);
    given[place] = value;
  }

  private @Nullable Object related(int relation, @Nullable Object value) {
    String name = shape.relations.get(relation).name();
    if (value == null && shape.relations.get(relation).required()) {
      throw Problems.of(this, name + ": must not be null", null);
    }
    if (!(value instanceof UnaryOperator<?>)) {
      return value;
    }
    return new RowSeed(builder.target(relation), chances, this, name).applied(value);
  }

  private void children(BuilderShape.Child child, @Nullable Object[] arguments) {
    if (chances.isLazy()) {
      asked.add(new Asked(child, arguments));
    } else {
      new AskedRows(this, chances).children(child, arguments);
    }
  }

  /**
   * How many rows were asked for.
   *
   * @throws SeedException if that is less than none
   */
  static int count(int asked) {
    if (asked < 0) {
      throw new SeedException(asked + " rows can't be made" + Problems.at());
    }
    return asked;
  }

  /**
   * This row after the arguments of a method that makes one were applied: the values that can't be
   * invented, and a function last, if any.
   */
  RowSeed asked(@Nullable Object[] arguments) {
    Setter[] needs = builder.needs();
    for (int i = 0; i < needs.length && i < arguments.length; i++) {
      set(needs[i], new Object[] {arguments[i]});
    }
    return arguments.length > needs.length ? applied(arguments[needs.length]) : this;
  }

  /** This row after a plan was applied to it, or the row that it returned. */
  RowSeed planned(@Nullable RowPlan<?> plan, int index) {
    if (plan == null) {
      throw new SeedException("the row's function is null" + Problems.at());
    }
    @SuppressWarnings("unchecked")
    RowPlan<Object> rows = (RowPlan<Object>) plan;
    return result(rows.plan(builder.proxy(this), chances.of(this, index)));
  }

  /** This row after a function of the builder was applied to it, or the row that it returned. */
  RowSeed applied(@Nullable Object function) {
    if (function == null) {
      throw new SeedException("the row's function is null" + Problems.at());
    }
    @SuppressWarnings("unchecked")
    UnaryOperator<Object> operator = (UnaryOperator<Object>) function;
    return result(operator.apply(builder.proxy(this)));
  }

  private static RowSeed result(@Nullable Object result) {
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
    return new RowSeed(builder.target(relation), chances);
  }

  @Override
  public String toString() {
    return path();
  }
}
