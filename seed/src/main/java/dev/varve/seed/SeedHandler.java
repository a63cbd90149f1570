package dev.varve.seed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a database's seed builder does: methods for each entity, and those that all have. */
final class SeedHandler implements InvocationHandler {
  private static final String ADD = "add";

  private final Class<?> type;
  private final Seed seed;
  private final Builders builders;
  private final Sharing sharing;

  SeedHandler(Class<?> type, Seed seed, Builders builders, Sharing sharing) {
    this.type = type;
    this.seed = seed;
    this.builders = builders;
    this.sharing = sharing;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    Object[] all = arguments == null ? new Object[0] : arguments;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, all);
    }
    if (method.getDeclaringClass() == DatabaseSeed.class) {
      return ofAll(method.getName(), all);
    }
    if (isAdd(method)) {
      return add(Objects.requireNonNull(all[0], "record"));
    }
    BuilderShape shape = builders.of(method);
    return Record.class.isAssignableFrom(method.getReturnType())
        ? seed.insert(() -> List.of(new RowSeed(shape, chances()).asked(all)), sharing).get(0)
        : seed.insert(() -> rows(shape, all), sharing);
  }

  private static boolean isAdd(Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    return method.getName().equals(ADD)
        && parameters.length == 1
        && (parameters[0] == Record.class || parameters[0] == method.getReturnType());
  }

  private static Chances chances() {
    return new FixtureChances();
  }

  private static List<RowSeed> rows(BuilderShape shape, Object[] arguments) {
    Chances chances = chances();
    int count = RowSeed.count((Integer) arguments[0]);
    List<RowSeed> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      RowSeed row = new RowSeed(shape, chances, i);
      if (arguments.length == 1) {
        rows.add(row);
      } else if (arguments[1] instanceof RowPlan<?> plan) {
        rows.add(row.planned(plan, i));
      } else {
        rows.add(row.applied(arguments[1]));
      }
    }
    return rows;
  }

  private Object ofAll(String method, Object[] arguments) {
    return switch (method) {
      case "share" -> shared((Object[]) Objects.requireNonNull(arguments[0], "rows"));
      case "distinct" -> distinct();
      case "reload" -> reload(Objects.requireNonNull(arguments[0], "record"));
      case "addAll" -> addAll((Collection<?>) Objects.requireNonNull(arguments[0], "records"));
      case "listener" -> listener((SeedListener) Objects.requireNonNull(arguments[0], "listener"));
      case "smoke" -> new Fillings(seed, builders, sharing).smoke(plan(arguments, 0));
      default ->
          new Fillings(seed, builders, sharing)
              .rich((Long) arguments[0], Objects.requireNonNull(plan(arguments, 1), "plan"));
    };
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Consumer<Object> plan(Object[] arguments, int place) {
    return arguments.length <= place
        ? null
        : (Consumer<Object>) Objects.requireNonNull(arguments[place], "plan");
  }

  private Object shared(Object[] records) {
    Sharing more = new Sharing(sharing);
    for (Object record : records) {
      entity(Objects.requireNonNull(record, "row"));
      more.add((Record) record);
    }
    return Seeds.proxy(type, new SeedHandler(type, seed, builders, more));
  }

  private Object distinct() {
    Sharing more = new Sharing(sharing);
    more.distinct();
    return Seeds.proxy(type, new SeedHandler(type, seed, builders, more));
  }

  private Object listener(SeedListener listener) {
    return Seeds.proxy(type, new SeedHandler(type, seed.listener(listener), builders, sharing));
  }

  private Object reload(Object record) {
    return seed.reload(entity(record), record);
  }

  private List<Object> addAll(Collection<?> records) {
    List<Upsert.Of> all = new ArrayList<>(records.size());
    for (Object record : records) {
      BuilderShape shape = builders.entity(Objects.requireNonNull(record, "record"));
      all.add(new Upsert.Of(new RowSeed(shape, chances(), all.size()), record));
    }
    return seed.upsert(all);
  }

  private Object add(Object record) {
    return seed.upsert(List.of(new Upsert.Of(entity(record), record))).get(0);
  }

  /** A row of the record's entity. */
  private RowSeed entity(Object record) {
    return new RowSeed(builders.entity(record), chances());
  }

  private Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> type.getSimpleName();
    };
  }
}
