package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitationsTest {
  @Test
  void nothingIsBeyondPostgres() {
    assertEquals(List.of(), SchemaScript.limitations(RichSchema.get(), Dialect.POSTGRESQL));
  }

  @Test
  void saysWhatSqliteGoesWithout() {
    assertEquals(
        List.of(
            "everything.tiers: SQLite can't check the elements of an array",
            "everything.everything_document_idx: the index isn't made in SQLite, which has no gin"
                + " indexes",
            "order.order_placed_on_idx: a unique index of SQLite can't include columns beside its"
                + " key, it goes without Note"),
        sentences(RichSchema.get(), Dialect.SQLITE));
  }

  @Test
  void saysWhatIsWrittenForOtherDialects() throws Exception {
    assertEquals(
        List.of(
            "t.c: the column isn't computed in PostgreSQL, its expression is for other dialects;"
                + " write one for PostgreSQL",
            "t.i: the index isn't made in PostgreSQL, an expression of it is for other dialects;"
                + " write one for PostgreSQL"),
        sentences(only(Dialect.SQLITE), Dialect.POSTGRESQL));
    assertEquals(
        List.of(
            "t.t_pkey: the primary key is a unique index in SQLite, where a computed column can't"
                + " be part of a primary key",
            "t.id: SQLite counts only a primary key of one column, an INSERT must give this value",
            "t.c: the column isn't computed in SQLite, its expression is for other dialects; write"
                + " one for SQLite",
            "t.n: the type NUMERIC is none that SQLite's STRICT tables know, so the table isn't"
                + " STRICT and SQLite doesn't check the types of its values; write INTEGER, REAL,"
                + " TEXT, BLOB or ANY",
            "t.i: the index isn't made in SQLite, an expression of it is for other dialects; write"
                + " one for SQLite"),
        sentences(only(Dialect.POSTGRESQL), Dialect.SQLITE));
    try (Connection connection = Databases.sqlite()) {
      Databases.run(connection, SchemaScript.create(only(Dialect.POSTGRESQL), Dialect.SQLITE));
      assertFalse(Catalog.sqlite(connection).isEmpty());
    }
  }

  private static Schema only(Dialect dialect) {
    Sql expression = new Sql(Map.of(dialect, "v || 'x'"));
    Table table =
        new Table(
            QualifiedName.of("t"),
            "",
            List.of(
                new Column("id", Simple.INT64, false, new Identity(), Map.of(), ""),
                Column.of("v", new Text(0), false),
                new Column("c", new Text(0), true, new Computed(expression, true), Map.of(), ""),
                new Column(
                    "k", new Text(0), false, new Computed(Sql.of("v || 'y'"), true), Map.of(), ""),
                new Column(
                    "n",
                    new Decimal(9, 2),
                    true,
                    new Given(),
                    Map.of(Dialect.SQLITE, "NUMERIC"),
                    "")),
            new PrimaryKey("t_pkey", List.of("id", "k")),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Index(
                    "i",
                    List.of(new ExpressionPart(expression, false)),
                    false,
                    "",
                    List.of(),
                    Sql.NONE)),
            "");
    return new Schema(List.of(), List.of(table));
  }

  private static List<String> sentences(Schema schema, Dialect dialect) {
    List<String> sentences = new ArrayList<>();
    for (Limitation found : SchemaScript.limitations(schema, dialect)) {
      sentences.add(found.table() + "." + found.object() + ": " + found.sentence());
    }
    return sentences;
  }
}
