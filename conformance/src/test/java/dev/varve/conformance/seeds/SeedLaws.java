package dev.varve.conformance.seeds;

import dev.varve.seed.SeedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold for seeds into any schema. */
final class SeedLaws {
  private static final int CALLS = 2;

  /** Who does so often what messages say has a plan that can be. */
  private static final int ADVICES = 50;

  private SeedLaws() {}

  /** One row of each entity with what it needs, several times. */
  static void fixtures(CompiledSchema schema, SeededDatabase database)
      throws ReflectiveOperationException, SQLException {
    Caller caller = new Caller(schema, database.connection());
    for (int i = 0; i < CALLS; i++) {
      for (EntitySketch entity : schema.sketch().entities()) {
        long before = database.count(entity);
        Object record;
        try {
          record = caller.row(entity);
        } catch (RuntimeException e) {
          throw new AssertionError(entity.fullName() + ": " + e.getMessage(), e);
        }
        if (database.count(entity) <= before) {
          throw new AssertionError("no new row of " + entity.fullName());
        }
        check(entity, record, database);
      }
    }
    database.mustBeSound();
  }

  /** A few rows in every table, twice. */
  static void smoke(CompiledSchema schema, SeededDatabase database)
      throws ReflectiveOperationException, SQLException {
    for (int i = 0; i < 2; i++) {
      Map<String, Long> before = counts(schema, database);
      Map<String, List<?>> made = new Caller(schema, database.connection()).smoke();
      for (EntitySketch entity : schema.sketch().entities()) {
        List<?> records = made.get(entity.fullName());
        long more = database.count(entity) - before.get(entity.fullName());
        if (records.size() != more || more < (i == 0 ? 1 : 0)) {
          throw new AssertionError(
              entity.fullName() + ": smoke says " + records.size() + " rows, there are " + more);
        }
        for (Object record : records) {
          check(entity, record, database);
        }
      }
      database.mustBeSound();
    }
  }

  /** As many rows as a random plan asks for. One that can't be says what to add, until it can. */
  static void rich(CompiledSchema schema, SeededDatabase database)
      throws ReflectiveOperationException, SQLException {
    Map<String, Long> before = counts(schema, database);
    RandomPlan plan = new RandomPlan(schema.sketch(), schema.sketch().seed());
    Map<String, List<?>> made = null;
    for (int advice = 0; made == null; advice++) {
      try {
        made = new Caller(schema, database.connection()).rich(schema.sketch().seed(), plan);
      } catch (SeedException e) {
        if (advice == ADVICES || !plan.follow(String.valueOf(e.getMessage()))) {
          throw e;
        }
        if (!counts(schema, database).equals(before)) {
          throw new AssertionError("a plan that was refused has left rows", e);
        }
      }
    }
    for (EntitySketch entity : schema.sketch().entities()) {
      String name = entity.fullName();
      long more = database.count(entity) - before.get(name);
      int asked = plan.asked.getOrDefault(name, 0);
      if (made.get(name).size() != more || more < asked) {
        throw new AssertionError(
            name
                + ": rich says "
                + made.get(name).size()
                + " rows, there are "
                + more
                + " of "
                + asked);
      }
    }
    database.mustBeSound();
  }

  private static Map<String, Long> counts(CompiledSchema schema, SeededDatabase database)
      throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    for (EntitySketch entity : schema.sketch().entities()) {
      counts.put(entity.fullName(), database.count(entity));
    }
    return counts;
  }

  /** The row with the record's key holds what the record says. */
  private static void check(EntitySketch entity, Object record, SeededDatabase database)
      throws ReflectiveOperationException, SQLException {
    List<String> columns = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (ComponentSketch component : entity.components) {
      if (!component.column().isEmpty()) {
        columns.add('"' + component.column() + '"');
        expected.add(shown(Caller.component(record, component.name()), database.sqlite()));
      }
    }
    ComponentSketch id = entity.components.get(0);
    boolean plain = id.piece().text().matches(".* (long|int|java.lang.String|java.util.UUID) \\w+");
    if (!id.key() || !plain || entity.key.size() > 1) {
      return;
    }
    String sql =
        "SELECT "
            + String.join(", ", columns)
            + " FROM "
            + entity.quotedTable(database.sqlite())
            + " WHERE "
            + columns.get(0)
            + " = '"
            + expected.get(0).replace("'", "''")
            + '\'';
    List<List<String>> found = database.query(sql);
    if (!found.equals(List.of(expected))) {
      throw new AssertionError(entity.fullName() + ": " + record + ", but there is " + found);
    }
  }

  private static String shown(Object value, boolean sqlite) {
    if (value instanceof Boolean truth) {
      return sqlite ? truth ? "1" : "0" : truth ? "t" : "f";
    }
    return String.valueOf(value);
  }
}
