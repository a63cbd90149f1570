package dev.varve.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.sql.SchemaScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTextsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(c > 0) | (c > 0)",
        "'x'::character varying | 'x'",
        "('it''s (\"'::text)::character varying | 'it''s (\"'",
        "(c = ANY (ARRAY[('a'::character varying)::text, 'b'::text])) | (c = ANY (ARRAY['a', 'b']))",
        "((c)::text = ANY ((ARRAY['a'::character varying])::text[]))"
            + " | ((c)::text = ANY (ARRAY['a']))",
        "lower('x'::text) | lower('x')",
        "f((7)::bigint) | f(7)",
        "(c = ANY (ARRAY[(1)::bigint, ('-2'::integer)::bigint])) | (c = ANY (ARRAY[1, '-2']))",
        "E'a\\\\'::text | E'a\\\\'",
        "'x'::character varying(3) | 'x'::character varying(3)",
        "'2026-11-20'::date | '2026-11-20'::date",
        "(c)::text | (c)::text",
        "lower(c)::text | lower(c)::text",
        "(ARRAY[c, d])::text[] | (ARRAY[c, d])::text[]",
        "('{}'::text[] + 'a::text'::text) | ('{}' + 'a::text')",
      })
  void dropsCastsOfConstants(String text, String expected) {
    assertEquals(expected, PostgresTexts.comparable(text));
  }

  /** The server reads its own text anew when it changes a type. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text | text(5) | 'x' | c IN ('x','y')",
        "text(5) | text | 'x' | c IN ('x','y')",
        "text(5) | text(9) | 'x' | c NOT IN ('q', 'r')",
        "text(5) | text | 'x' | coalesce(c, 'n') BETWEEN 'a' AND 'z'",
        "text(5) | text | 'x' | c LIKE '%x' OR c = upper('x')",
        "int32 | int64 | -7 | c IN (-7, 1, 2)",
        "int16 | int32 | 7 | c IN (1, 7) AND c <> -1",
        "int64 | int32 | 7 | c IN (1, 7) AND c > 0"
      })
  void findsNothingAfterAChangeOfType(String from, String to, String value, String condition)
      throws SQLException {
    Schema before = schema(ColumnTypes.read(from), value, condition);
    Schema after = schema(ColumnTypes.read(to), value, condition);
    try (Connection connection = Databases.postgres()) {
      connection.setAutoCommit(false);
      Databases.run(connection, SchemaScript.create(before, Dialect.POSTGRESQL));
      String type =
          switch (to) {
            case "text(5)" -> "varchar(5)";
            case "text(9)" -> "varchar(9)";
            case "int64" -> "bigint";
            case "int32" -> "integer";
            default -> to;
          };
      Databases.run(connection, "ALTER TABLE t ALTER c TYPE " + type);
      CatalogReader reader = CatalogReader.of(connection);
      assertEquals(
          List.of(),
          CatalogDifference.between(
              reader.expected(after), reader.read().schema(), Dialect.POSTGRESQL));
      connection.rollback();
    }
  }

  private static Schema schema(ColumnType type, String value, String condition) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("c", type, false, new Default(Sql.of(value)), Map.of(), ""));
    QualifiedName name = QualifiedName.of("t");
    Index index =
        new Index(
            "t_idx",
            List.of(new ExpressionPart(Sql.of("c IS NULL"), false)),
            false,
            "",
            List.of(),
            Sql.of(condition));
    Table table =
        new Table(
            name,
            "",
            columns,
            new PrimaryKey("t_pkey", List.of("c")),
            List.of(),
            List.of(new Check("t_check", Sql.of(condition))),
            List.of(),
            List.of(index),
            "");
    return new Schema(List.of(), List.of(table));
  }
}
