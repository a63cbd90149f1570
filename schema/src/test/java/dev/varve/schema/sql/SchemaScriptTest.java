package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.GoldenFile;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaScriptTest {
  @ParameterizedTest
  @EnumSource
  void rendersTheRichSchema(Dialect dialect) throws Exception {
    String name = dialect.directory();
    GoldenFile.assertHolds(
        "sql/" + name + ".create.sql", SchemaScript.create(RichSchema.get(), dialect));
    GoldenFile.assertHolds(
        "sql/" + name + ".drop.sql", SchemaScript.drop(RichSchema.get(), dialect));
  }

  @Test
  void runsTwiceOnPostgres() throws Exception {
    try (Connection connection = Databases.postgres(Databases.newPostgres())) {
      runTwice(connection, Dialect.POSTGRESQL);
    }
  }

  @Test
  void runsTwiceOnSqlite() throws Exception {
    try (Connection connection = Databases.sqlite()) {
      runTwice(connection, Dialect.SQLITE);
    }
  }

  @Test
  void isEmptyForAnEmptySchema() {
    for (Dialect dialect : Dialect.values()) {
      assertEquals("", SchemaScript.create(Schema.EMPTY, dialect));
      assertEquals("", SchemaScript.drop(Schema.EMPTY, dialect));
    }
  }

  /** Checks that are asked for must not take the names of those that types bring. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean",
        "int16",
        "int64",
        "float64",
        "integer",
        "char",
        "uuid",
        "instant",
        "date",
        "duration",
        "bytes",
        "inet",
        "json",
        "decimal",
        "decimal(3,1)",
        "text",
        "text(3)",
        "words(A)",
        "enum(mood)",
        "array(int32)",
        "array(words(A))"
      })
  void knowsWhichTypesBringAName(String text) {
    ColumnType type = ColumnTypes.read(text);
    Table table =
        new Table(
            QualifiedName.of("t"),
            "",
            List.of(Column.of("c", type, true)),
            new PrimaryKey("t_pkey", List.of("c")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "");
    EnumType mood = new EnumType(QualifiedName.of("mood"), List.of("A"), "", "");
    Schema schema = new Schema(List.of(mood), List.of(table));
    boolean found = false;
    for (Dialect dialect : Dialect.values()) {
      found |= SchemaScript.create(schema, dialect).contains("CONSTRAINT t_c_check CHECK");
    }
    assertEquals(found, SchemaScript.bringsCheck(type));
  }

  private static void runTwice(Connection connection, Dialect dialect) throws Exception {
    String create = SchemaScript.create(RichSchema.get(), dialect);
    String drop = SchemaScript.drop(RichSchema.get(), dialect);
    Databases.run(connection, create);
    Databases.run(connection, create);
    Databases.run(connection, drop);
    Databases.run(connection, drop);
  }
}
