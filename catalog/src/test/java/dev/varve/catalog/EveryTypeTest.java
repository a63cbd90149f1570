package dev.varve.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import dev.varve.schema.sql.SchemaScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each type as a key, nullable or not, with a default, computed, and referred to in each way. */
class EveryTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "boolean | true",
        "int16 | -1",
        "int32 | 0",
        "int64 | 9000000000",
        "float32 | 1.5",
        "float64 | 1e10",
        "integer | 123456789012345678901234567890",
        "char | 'x'",
        "uuid | gen_random_uuid()",
        "instant | now()",
        "date_time | current_timestamp",
        "date | current_date",
        "time | localtime",
        "duration | 'PT1H'",
        "period | 'P1Y2M'",
        "bytes | ''",
        "inet | '::1'",
        "json | '{}'",
        "decimal | 1.10",
        "decimal(10,2) | 0.00",
        "decimal(1000,0) | 1",
        "text | 'it''s'",
        "text(7) | 'a\\b'",
        "words(A,it's) | 'A'",
        "enum(mood) | 'sad'",
        "enum(odd schema.Mood x) | 'it''s'",
        "array(int64) | '{}'",
        "array(uuid) | '{}'",
        "array(decimal(4,1)) | '{}'",
        "array(text(9)) | '{}'",
        "array(words(A,B)) | '{}'",
        "array(enum(mood)) | '{}'",
        "array(char) | '{}'"
      })
  void isFoundAgain(String type, String value) throws SQLException {
    ColumnType columnType = ColumnTypes.read(type);
    try (Connection connection = Databases.sqlite()) {
      assertFound(connection, schema(columnType, value, true));
    }
    try (Connection connection = Databases.postgres()) {
      connection.setAutoCommit(false);
      // PostgreSQL 18 has no virtual columns of types that it didn't bring itself.
      boolean virtual = Databases.has(connection, "VIRTUAL") && !isEnum(columnType);
      assertFound(connection, schema(columnType, value, virtual));
      connection.rollback();
    }
  }

  private static boolean isEnum(ColumnType type) {
    return type instanceof NativeEnum || type instanceof Array array && isEnum(array.element());
  }

  private static void assertFound(Connection connection, Schema model) throws SQLException {
    CatalogReader reader = CatalogReader.of(connection);
    Schema before = reader.expected(model);
    Databases.run(connection, SchemaScript.create(model, reader.dialect()));
    Catalog found = reader.readFor(model);
    assertEquals(List.of(), found.unmodelled());
    assertEquals(List.of(), CatalogDifference.between(before, found.schema(), reader.dialect()));
    assertEquals(
        List.of(),
        CatalogDifference.between(reader.expected(model), found.schema(), reader.dialect()));
  }

  private static Schema schema(ColumnType type, String value, boolean virtual) {
    List<Column> columns = new ArrayList<>();
    columns.add(column("k", type, false, new Given()));
    columns.add(column("n", type, true, new Given()));
    columns.add(column("d", type, false, new Default(Sql.of(value))));
    columns.add(column("dn", type, true, new Default(Sql.of("NULL"))));
    columns.add(column("s", type, true, new Computed(Sql.of("n"), true)));
    columns.add(column("v", type, true, new Computed(Sql.of("n"), !virtual)));
    if (type == ColumnType.Simple.UUID) {
      columns.add(column("r", type, false, new RandomUuid()));
    }
    if (type == ColumnType.Simple.INT64) {
      columns.add(column("i", type, false, new Identity()));
    }
    List<ForeignKey> keys = new ArrayList<>();
    // PostgreSQL 18 fails to check a foreign key of arrays when it's added to a table.
    if (!(type instanceof Array)) {
      for (Action action : Action.values()) {
        keys.add(key("n_" + action, "n", action, Action.NO_ACTION));
        keys.add(key("dn_" + action, "dn", Action.NO_ACTION, action));
      }
    }
    Table table =
        new Table(
            QualifiedName.of("every"),
            "",
            columns,
            new PrimaryKey("every_pkey", List.of("k")),
            List.of(),
            List.of(),
            keys,
            List.of(),
            "");
    return new Schema(enumTypes(), List.of(table));
  }

  private static List<EnumType> enumTypes() {
    return List.of(
        new EnumType(QualifiedName.of("mood"), List.of("sad", "glad"), "", ""),
        new EnumType(new QualifiedName("odd schema", "Mood x"), List.of("it's"), "", "A\n'b'"));
  }

  private static Column column(String name, ColumnType type, boolean nullable, ValueSource source) {
    return new Column(name, type, nullable, source, Map.of(), "");
  }

  private static ForeignKey key(String name, String column, Action onDelete, Action onUpdate) {
    return new ForeignKey(
        name,
        List.of(column),
        QualifiedName.of("every"),
        List.of("k"),
        onDelete,
        onUpdate,
        name.startsWith("n"));
  }
}
