package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.GoldenFile;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.RandomSchemas;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import dev.varve.schema.Seeds;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.json.SchemaJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhysicalSchemaTest {
  static LongStream seeds() {
    return Seeds.of(40);
  }

  @ParameterizedTest
  @EnumSource
  void holdsTheRichSchema(Dialect dialect) throws Exception {
    Schema physical = PhysicalSchema.of(RichSchema.get(), dialect);
    GoldenFile.assertHolds(
        "sql/" + dialect.directory() + ".physical.json", SchemaJson.write(physical));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isItsOwnPhysicalForm(long seed) {
    for (Dialect dialect : Dialect.values()) {
      Schema physical = PhysicalSchema.of(RandomSchemas.of(seed), dialect);
      assertEquals(physical, PhysicalSchema.of(physical, dialect));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesTheSamePostgres(long seed) throws SQLException {
    Schema schema = RandomSchemas.of(seed);
    Schema physical = PhysicalSchema.of(schema, Dialect.POSTGRESQL);
    assertEquals(madeOn(schema), madeOn(physical));
  }

  private static List<String> madeOn(Schema schema) throws SQLException {
    try (Connection connection = Databases.postgres("postgres")) {
      connection.setAutoCommit(false);
      Databases.run(connection, SchemaScript.create(schema, Dialect.POSTGRESQL));
      List<String> made = Catalog.postgres(connection);
      connection.rollback();
      return made;
    }
  }

  @Test
  void sqliteHasNoKeyWithAComputedColumn() {
    Column id = new Column("id", Simple.INT64, true, new Computed(Sql.of("1"), true), Map.of(), "");
    Schema schema = new Schema(List.of(), List.of(table(id)));
    Table physical = PhysicalSchema.of(schema, Dialect.SQLITE).tables().get(0);
    assertEquals(PrimaryKey.NONE, physical.primaryKey());
    assertEquals("s_t_pkey", physical.indexes().get(0).name());
    assertEquals(QualifiedName.of("s_t"), physical.name());
  }

  @Test
  void postgresHasOneKeyOverTheSameColumns() {
    Column id = Column.of("id", Simple.INT64, false);
    Table table = table(id);
    List<UniqueKey> keys =
        List.of(
            new UniqueKey("t_id_key", List.of("id")),
            new UniqueKey("t_other1_key", List.of("other")),
            new UniqueKey("t_other2_key", List.of("other")));
    Table keyed =
        new Table(
            table.name(),
            "",
            List.of(id, Column.of("other", Simple.INT64, false)),
            table.primaryKey(),
            keys,
            List.of(),
            List.of(),
            List.of(),
            "");
    Schema schema = new Schema(List.of(), List.of(keyed));
    Table physical = PhysicalSchema.of(schema, Dialect.POSTGRESQL).tables().get(0);
    assertEquals(List.of(keys.get(1)), physical.uniqueKeys());
  }

  private static Table table(Column column) {
    return new Table(
        new QualifiedName("s", "t"),
        "",
        List.of(column),
        new PrimaryKey("t_pkey", List.of("id")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  /** As the server spells it, so that it knows each of these. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VARCHAR( 20 ) | text(20)",
        "character  varying (20) | text(20)",
        "varchar | character varying",
        "int8 | int64",
        "int | int32",
        "int2 | int16",
        "bool | boolean",
        "float | float64",
        "float(24) | float32",
        "float(25) | float64",
        "float4 | float32",
        "decimal(10) | decimal(10,0)",
        "dec(10, 2) | decimal(10,2)",
        "numeric | decimal",
        "timestamp with time zone | instant",
        "timestamptz(3) | timestamp(3) with time zone",
        "timestamp(0) with time zone | timestamp(0) with time zone",
        "timestamp | date_time",
        "time | time",
        "timetz | time with time zone",
        "interval | duration",
        "interval day to second(3) | interval day to second(3)",
        "char(9) | character(9)",
        "char | character(1)",
        "bpchar | bpchar",
        "bit | bit(1)",
        "varbit(3) | bit varying(3)",
        "json | json",
        "text[] | array(text)",
        "varchar(7)[3][] | array(text(7))",
        "integer ARRAY | array(int32)",
        "integer array[4] | array(int32)",
        "point[] | point[]",
        "tsvector | tsvector"
      })
  void knowsThePostgresTypeOf(String spelling, String expected) throws SQLException {
    Column column = PhysicalSchema.column("c", spelling, true, new Given(), "", Dialect.POSTGRESQL);
    String other = column.sqlType().get(Dialect.POSTGRESQL);
    assertEquals(expected, other == null ? ColumnTypes.write(column.type()) : other);
    try (Connection connection = Databases.postgres("postgres")) {
      connection.setAutoCommit(false);
      Databases.run(connection, "CREATE TABLE spelled (c " + spelling + ')');
      String query =
          "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
              + " WHERE attrelid = 'spelled'::regclass AND attname = 'c'";
      String server = Catalog.lines(connection, query).get(0);
      assertEquals(
          column, PhysicalSchema.column("c", server, true, new Given(), "", Dialect.POSTGRESQL));
      assertEquals(other == null ? server : other, server);
      connection.rollback();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "integer | int64 |",
        "Real | float64 |",
        "blob | bytes |",
        "TEXT | text |",
        "int | text | INT",
        "any | text | ANY",
        "' varchar  (9) ' | text | VARCHAR (9)"
      })
  void knowsTheSqliteTypeOf(String spelling, String type, String other) {
    Column column = PhysicalSchema.column("c", spelling, true, new Given(), "", Dialect.SQLITE);
    ColumnType expected = ColumnTypes.read(type);
    assertEquals(
        new Column(
            "c",
            expected,
            true,
            new Given(),
            other == null ? Map.of() : Map.of(Dialect.SQLITE, other),
            ""),
        column);
  }
}
