package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQLite lets into columns, and what it puts there itself. */
class SqliteValuesTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Databases.sqlite();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decimal; 0; 1; -1; 12.50; -0.001; 123456789012345678901234567890.123456789",
        "decimal(4,2); 0; 99.99; -99.99; 1.5; 12; 0.01; -0.00",
        "decimal(3,3); 0; 0.999; -0.999; 0.1",
        "decimal(5,0); 0; 99999; -99999",
        "integer; 0; -1; 123456789012345678901234567890",
        "boolean; 0; 1",
        "char; x; ß; ?",
        "text(3); EMPTY; abc; äöü; 😀😀😀",
        "uuid; 123e4567-e89b-42d3-a456-426614174000",
        "words(A,B); A; B",
        "json; null; 1; {}; [1]; \"x\"",
        "array(int32); []; [1, 2]",
      })
  void takesWhatFits(String values) throws Exception {
    for (String value : create(values)) {
      assertDoesNotThrow(() -> insert(value), value);
    }
    assertDoesNotThrow(() -> Databases.run(connection, "INSERT INTO t (v) VALUES (NULL)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decimal; EMPTY; x; 1.2.3; --1; 1-2; -; .; .5; 5.; 007; 1e3; 1E+3; +1; BLANK1; NaN; [1]; 1 2",
        "decimal(4,2); 100; -100; 100.00; 0.001; 1.234; 1e1",
        "decimal(3,3); 1; 1.0; 0.1234",
        "decimal(5,0); 100000; -100000; 1.5",
        "integer; 1.0; 1e3; x; --1; 01; EMPTY",
        "boolean; 2; -1; true",
        "char; EMPTY; xy",
        "text(3); abcd; 😀😀😀😀",
        "uuid; EMPTY; 123e4567",
        "words(A,B); a; C; EMPTY",
        "json; EMPTY; {; nul; {a:1}",
        "array(int32); {}; 1; EMPTY; [1; null",
      })
  void refusesWhatDoesNotFit(String values) throws Exception {
    for (String value : create(values)) {
      assertThrows(SQLException.class, () -> insert(value), value);
    }
  }

  @Test
  void inventsUuidsOfVersion4() throws Exception {
    create(new RandomUuid(), Simple.UUID, List.of(), List.of());
    Databases.run(
        connection,
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000)"
            + " INSERT INTO t (n) SELECT n FROM c");
    Set<Integer> variants = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (String text : values()) {
      UUID uuid = UUID.fromString(text);
      assertEquals(uuid.toString(), text);
      assertEquals(4, uuid.version());
      assertEquals(2, uuid.variant());
      variants.add((int) text.charAt(19));
      all.add(text);
    }
    assertEquals(1000, all.size());
    assertEquals(4, variants.size(), "each of 8, 9, a and b");
  }

  @ParameterizedTest
  @CsvSource({
    "INSTANT, 2026-11-20T07:05:01.123000Z",
    "DATE_TIME, 2026-11-20T07:05:01.123000",
    "DATE, 2026-11-20",
    "TIME, 07:05:01.123000",
    "TEXT, 2026-11-20T07:05:01.123000Z"
  })
  void writesNowInTheColumnsForm(String type, String example) throws Exception {
    create(
        new Default(Sql.of("now()")),
        ColumnTypes.read(type.toLowerCase(Locale.ROOT)),
        List.of(),
        List.of());
    Databases.run(connection, "INSERT INTO t (n) VALUES (1)");
    assertEquals(example.replaceAll("[0-9]", "9"), values().get(0).replaceAll("[0-9]", "9"));
    assertTrue(values().get(0).matches(".*000Z?|....-..-.."), values().get(0));
  }

  @Test
  void comparesDecimalsAsNumbersWhereTextIsForAllDialects() throws Exception {
    Check check = new Check("c", Sql.of("v > 10 AND \"v\" <> 12 AND 'v > 10' <> ''"));
    Index index =
        new Index(
            "i",
            List.of(new Index.ExpressionPart(Sql.of("v / 2"), false)),
            true,
            "",
            List.of(),
            Sql.of("V < 100"));
    create(new Given(), new Decimal(9, 2), List.of(check), List.of(index));
    for (String fits : List.of("10.01", "20.00", "100.00", "100")) {
      assertDoesNotThrow(() -> insert(fits), fits);
    }
    for (String wrong : List.of("9.50", "10.00", "12.00", "20.0")) {
      assertThrows(SQLException.class, () -> insert(wrong), wrong);
    }
  }

  @Test
  void leavesTextForSqliteAlone() throws Exception {
    Check check = new Check("c", new Sql(Map.of(Dialect.SQLITE, "v < '2'")));
    create(new Given(), new Decimal(9, 2), List.of(check), List.of());
    assertDoesNotThrow(() -> insert("10"));
  }

  @Test
  void roundsComputedDecimalsAsPostgresDoes() throws Exception {
    Computed thirds = new Computed(Sql.of("n * 0.1"), true);
    create(thirds, new Decimal(9, 2), List.of(), List.of());
    Databases.run(connection, "INSERT INTO t (n) VALUES (3), (-1), (NULL), (1000000)");
    assertEquals(Arrays.asList("0.30", "-0.10", null, "100000.00"), values());
  }

  @Test
  void translatesLiteralsToTheColumnsForm() throws Exception {
    create(new Default(Sql.of("0.10")), new Decimal(9, 2), List.of(), List.of());
    Databases.run(connection, "INSERT INTO t (n) VALUES (1)");
    assertEquals(List.of("0.10"), values());
  }

  private List<String> values() throws SQLException {
    return Catalog.lines(connection, "SELECT v FROM t ORDER BY id");
  }

  /** Makes a table with a column of the type that {@code values} starts with; returns the rest. */
  private List<String> create(String values) throws SQLException {
    String[] parts = values.split("; *");
    create(new Given(), ColumnTypes.read(parts[0]), List.of(), List.of());
    return List.of(parts).subList(1, parts.length);
  }

  private void create(
      dev.varve.schema.ValueSource source, ColumnType type, List<Check> checks, List<Index> indexes)
      throws SQLException {
    Table table =
        new Table(
            QualifiedName.of("t"),
            "",
            List.of(
                new Column("id", Simple.INT64, false, new Identity(), Map.of(), ""),
                Column.of("n", Simple.INT32, true),
                new Column("v", type, true, source, Map.of(), "")),
            new PrimaryKey("t_pkey", List.of("id")),
            List.of(),
            checks,
            List.of(),
            indexes,
            "");
    Schema schema = new Schema(List.of(), List.of(table));
    Databases.run(connection, SchemaScript.create(schema, Dialect.SQLITE));
  }

  private void insert(String value) throws SQLException {
    String literal = Literals.text(value.replace("EMPTY", "").replace("BLANK", " "));
    Databases.run(connection, "INSERT INTO t (v) VALUES (" + literal + ')');
  }
}
