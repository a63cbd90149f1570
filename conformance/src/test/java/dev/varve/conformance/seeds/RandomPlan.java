package dev.varve.conformance.seeds;

import dev.varve.seed.Chance;
import dev.varve.seed.Ref;
import dev.varve.seed.RowPlan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan of rich data for a schema that nobody has seen: numbers, children, and pools of rows that
 * others refer to.
 */
final class RandomPlan {
  private static final int MOST = 30;
  private static final int MANY = 600;

  /**
   * What a refused plan is told to do: {@code 9 rows asked, only 4 tags for owner …; add a tag}.
   */
  private static final Pattern ADVICE =
      Pattern.compile(
          "(?<entity>[\\w]+) #\\d+ \\([^)]*\\): \\d+ rows? asked, only (?<few>\\d+) .*;"
              + " (add an? (?<parent>\\w+)|ask for fewer)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final SchemaSketch sketch;
  private final long seed;
  private Random random;
  private final Map<String, Ref<?>> pools = new HashMap<>();

  /** How many rows more were advised, by the entity's name in lower case. */
  private final Map<String, Integer> advised = new TreeMap<>();

  /** Whether rows have no children any more. */
  private boolean childless;

  /** Of which there can't be as many as were asked for: then there are no more than others need. */
  private final Set<String> fewer = new TreeSet<>();

  /** How many rows were asked for, by the entity's full name. */
  final Map<String, Integer> asked = new TreeMap<>();

  RandomPlan(SchemaSketch sketch, long seed) {
    this.sketch = sketch;
    this.seed = seed;
    random = new Random(seed);
  }

  /** Does what the message of a refused plan says; false: it says nothing of the kind. */
  boolean follow(String message) {
    Matcher advice = ADVICE.matcher(message.lines().findFirst().orElse(""));
    if (!advice.find()) {
      return false;
    }
    if (advice.group("parent") != null) {
      advise(advice.group("parent"), Integer.parseInt(advice.group("few")));
      return true;
    }
    return fewer.add(advice.group("entity").toLowerCase(Locale.ROOT));
  }

  /**
   * Adds parents; where they bring in their turn more children than parents, there are no children.
   */
  private void advise(String parent, int few) {
    if (few > MANY && !childless) {
      childless = true;
      advised.clear();
    } else {
      advised.merge(parent, few + 1, Integer::sum);
    }
  }

  /** Asks {@code plan}, a generated {@code ShopPlan}, for rows. */
  void ask(Object plan, Class<?> type) throws ReflectiveOperationException {
    asked.clear();
    pools.clear();
    for (EntitySketch entity : sketch.entities()) {
      random = new Random(seed + entity.fullName().hashCode()); // advice for one changes no other
      boolean drawn = random.nextInt(100) < 40 && !isScarce(entity.name);
      if (drawn || advised(entity) > 0) {
        for (Method method : type.getMethods()) {
          if (method.getParameterCount() == 2 && of(method).equals(entity.fullName())) {
            ask(plan, method, entity);
          }
        }
      }
    }
  }

  private boolean isScarce(String entity) {
    return fewer.contains(entity.toLowerCase(Locale.ROOT));
  }

  private int advised(EntitySketch entity) {
    return advised.getOrDefault(entity.name.toLowerCase(Locale.ROOT), 0);
  }

  private static String of(Method method) {
    ParameterizedType reference = (ParameterizedType) method.getGenericReturnType();
    return reference.getActualTypeArguments()[0].getTypeName();
  }

  private void ask(Object plan, Method method, EntitySketch entity)
      throws ReflectiveOperationException {
    ParameterizedType rows = (ParameterizedType) method.getGenericParameterTypes()[1];
    Class<?> builder = (Class<?>) rows.getActualTypeArguments()[0];
    List<Method> steps = steps(builder);
    RowPlan<Object> row =
        (each, chance) -> {
          Caller.set(builder, each, entity.given());
          steps.forEach(step -> take(each, step, chance));
          return each;
        };
    int count = 1 + random.nextInt(random.nextInt(15) == 0 ? MANY : MOST) + advised(entity);
    method.setAccessible(true);
    pools.put(entity.fullName(), (Ref<?>) method.invoke(plan, count, row));
    asked.merge(entity.fullName(), count, Integer::sum);
  }

  /** Some of what a row's builder can be told: how many children there are, and what pools. */
  private List<Method> steps(Class<?> builder) {
    List<Method> steps = new ArrayList<>();
    List<Method> methods = new ArrayList<>(List.of(builder.getDeclaredMethods()));
    methods.sort(Comparator.comparing(Method::toGenericString));
    for (Method method : methods) {
      if (method.getParameterCount() == 1) {
        boolean children = isChildren(builder, method) && random.nextInt(100) < 25;
        children &= fewer.isEmpty() && !childless;
        boolean pool = method.getParameterTypes()[0] == Ref.class && random.nextInt(100) < 50;
        if (children || pool && pools.containsKey(target(method))) {
          steps.add(method);
        }
      }
    }
    return steps;
  }

  private static String target(Method method) {
    ParameterizedType reference = (ParameterizedType) method.getGenericParameterTypes()[0];
    return reference.getActualTypeArguments()[0].getTypeName();
  }

  /** A setter of a number has a sibling that takes a function only if it is about children. */
  private static boolean isChildren(Class<?> builder, Method method) {
    if (method.getParameterTypes()[0] != int.class) {
      return false;
    }
    for (Method other : builder.getDeclaredMethods()) {
      boolean named = other.getName().equals(method.getName()) && other.getParameterCount() == 2;
      if (named && other.getParameterTypes()[1] == RowPlan.class) {
        return true;
      }
    }
    return false;
  }

  private void take(Object row, Method step, Chance chance) {
    try {
      step.setAccessible(true);
      if (step.getParameterTypes()[0] == Ref.class) {
        step.invoke(row, pools.get(target(step)));
      } else {
        step.invoke(row, chance.percent(50) ? chance.between(0, 2) : chance.skewed(0, 4));
      }
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
