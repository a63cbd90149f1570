package dev.varve.schema.plan;

import static dev.varve.schema.plan.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Conversions;
import dev.varve.schema.change.Evolution;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type to every other, with values that have a place there and values that haven't. */
class SqliteConversionsTest {
  static List<String> types() {
    List<String> types = new ArrayList<>();
    for (Simple simple : Simple.values()) {
      types.add(ColumnTypes.write(simple));
    }
    types.addAll(
        List.of(
            "decimal",
            "decimal(5,0)",
            "decimal(9,2)",
            "decimal(6,1)",
            "decimal(30,5)",
            "text",
            "text(3)",
            "words(A,B)"));
    return types;
  }

  @ParameterizedTest
  @MethodSource("types")
  void convertsOrFails(String former) throws Exception {
    for (String present : types()) {
      Evolution evolution =
          new EvolutionBuilder()
              .from(table("t").column("v", former + '?'))
              .to(table("t").column("v", present + '?'))
              .build();
      for (Migration migration :
          MigrationPlanner.plan(evolution, Dialect.SQLITE, Versions.OLDEST)) {
        try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
          convert(database, migration.up(), ColumnTypes.read(former), ColumnTypes.read(present));
        }
      }
    }
  }

  private static void convert(
      SqliteDatabase database, Script script, ColumnType from, ColumnType to) throws SQLException {
    for (String sample : StoredValues.samples(from)) {
      database.run("BEGIN");
      try {
        database.run("INSERT INTO t (v) VALUES (NULL), (" + sample + ")");
      } catch (SQLException e) {
        database.run("ROLLBACK");
        continue; // no value of a type that is narrower than its kin
      }
      Optional<String> expected = StoredValues.converted(sample, from, to);
      String what = sample + " from " + ColumnTypes.write(from) + " to " + ColumnTypes.write(to);
      Optional<String> made;
      try {
        for (Statement statement : script.statements()) {
          database.run(statement.sql());
        }
        made = Optional.of(database.rows("SELECT v FROM t WHERE v IS NOT NULL").get(0));
      } catch (SQLException e) {
        made = Optional.empty();
      }
      assertEquals(expected.isPresent(), made.isPresent(), what + made);
      if (made.isPresent()) {
        assertSame(expected.get(), made.get(), from, to, what);
        assertEquals(List.of("1"), database.rows("SELECT count(*) FROM t WHERE v IS NULL"), what);
      }
      database.run("ROLLBACK");
    }
  }

  /** What the comparison lets pass, or asks about, SQLite can do. */
  @ParameterizedTest
  @MethodSource("types")
  void canWhatTheComparisonAllows(String former) {
    Conversions conversions = new Conversions(Schema.EMPTY, Schema.EMPTY);
    ColumnType from = ColumnTypes.read(former);
    for (String present : types()) {
      ColumnType to = ColumnTypes.read(present);
      int converted = 0;
      List<String> samples = StoredValues.samples(from);
      for (String sample : samples) {
        converted += StoredValues.converted(sample, from, to).isPresent() ? 1 : 0;
      }
      switch (conversions.of(from, to)) {
        case SAME, WIDER -> assertEquals(samples.size(), converted, former + " to " + present);
        case NARROWER -> assertTrue(converted > 0 || to instanceof Text, former + " to " + present);
        case NONE -> {}
      }
    }
  }

  private static void assertSame(
      String expected, String made, ColumnType from, ColumnType to, String what) {
    boolean isText = to instanceof Text || to instanceof Words || to == Simple.CHAR;
    boolean isFloat = from == Simple.FLOAT32 || from == Simple.FLOAT64;
    if (to instanceof Decimal && !isFloat) {
      assertEquals(0, new BigDecimal(expected).compareTo(new BigDecimal(made)), what + made);
    } else if (isFloat && isText || to instanceof Decimal || to.toString().startsWith("FLOAT")) {
      // Zero needn't keep its sign.
      assertEquals(floating(expected) + 0.0, floating(made) + 0.0, what);
    } else if (!isText && from != to && isNumber(from)) {
      assertEquals(0, new BigDecimal(expected).compareTo(new BigDecimal(made)), what + made);
    } else {
      assertEquals(expected, made, what);
    }
  }

  private static double floating(String text) {
    boolean isInfinite = text.equals("9e999") || text.startsWith("Inf");
    return isInfinite ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  private static boolean isNumber(ColumnType type) {
    return type instanceof Decimal || type.toString().matches("INT.*|FLOAT.*");
  }

  @Test
  void saysWhichValueHasNoPlace() throws Exception {
    Evolution evolution =
        new EvolutionBuilder()
            .from(table("orders").column("due", "date_time"))
            .to(table("orders").column("due", "date"))
            .build();
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run("INSERT INTO orders (due) VALUES ('2026-11-20T07:05:01.000000')");
      Script up = MigrationPlanner.plan(evolution, Dialect.SQLITE, Versions.OLDEST).get(0).up();
      SQLException failure = assertThrows(SQLException.class, () -> database.run(up));
      assertTrue(
          failure.getMessage().contains("orders.due is no date: 2026-11-20T07:05:01.000000"),
          failure.getMessage());
    }
  }

  @Test
  void convertsElementsOfArrays() throws Exception {
    assertEquals("[\"1\",null,\"-2\"]", array("int32", "text", "[1,null,-2]"));
    assertEquals("[1,2]", array("text", "int32", "[\"1\",\"2\"]"));
    assertEquals(
        "[\"2026-11-20T00:00:00.000000\"]", array("date", "date_time", "[\"2026-11-20\"]"));
    assertEquals("[\"1.50\"]", array("decimal(5,2)", "text", "[\"1.50\"]"));
    assertEquals("[\"true\",\"false\"]", array("boolean", "text", "[true,false]"));
    assertEquals("[true,null]", array("text", "boolean", "[\"true\",null]"));
    assertEquals("[0,1]", array("boolean", "int32", "[false,true]"));
    assertEquals("[\"A\",null]", array("words(A,B)", "words(A)", "[\"A\",null]"));
    assertThrows(SQLException.class, () -> array("text", "int32", "[\"1\",\"x\"]"));
    assertThrows(SQLException.class, () -> array("text", "decimal", "[\"1\",\"x\"]"));
    assertThrows(SQLException.class, () -> array("text", "text(2)", "[\"abc\"]"));
    assertThrows(SQLException.class, () -> array("words(A,B)", "words(A)", "[\"B\"]"));
  }

  private static String array(String from, String to, String value) throws SQLException {
    Evolution evolution =
        new EvolutionBuilder()
            .from(table("t").column("v", "array(" + from + ")"))
            .to(table("t").column("v", "array(" + to + ")"))
            .build();
    try (SqliteDatabase database = SqliteDatabase.with(evolution.from())) {
      database.run("INSERT INTO t (v) VALUES ('" + value + "')");
      for (Migration migration :
          MigrationPlanner.plan(evolution, Dialect.SQLITE, Versions.OLDEST)) {
        database.run(migration.up());
      }
      return database.rows("SELECT v FROM t").get(0);
    }
  }
}
