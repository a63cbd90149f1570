package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The lists of key words agree with the engines, and each engine takes every word as a name. */
class KeywordsTest {
  @Test
  void listsWhatPostgresReserves() throws Exception {
    try (Connection connection = Databases.postgres("postgres")) {
      String query = "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')";
      assertEquals(
          new TreeSet<>(Catalog.lines(connection, query)), new TreeSet<>(Keywords.POSTGRESQL));
    }
  }

  @Test
  void everyWordIsNameOfATableAndOfColumnsInPostgres() throws Exception {
    String database = Databases.newPostgres();
    try (Connection connection = Databases.postgres(database)) {
      for (String word : allWords()) {
        Databases.run(connection, SchemaScript.create(schema(word), Dialect.POSTGRESQL));
        Databases.run(connection, SchemaScript.drop(schema(word), Dialect.POSTGRESQL));
      }
    }
    Databases.dropPostgres(database);
  }

  @Test
  void everyWordIsNameOfATableAndOfColumnsInSqlite() throws Exception {
    try (Connection connection = Databases.sqlite()) {
      for (String word : allWords()) {
        Databases.run(connection, SchemaScript.create(schema(word), Dialect.SQLITE));
        Databases.run(connection, SchemaScript.drop(schema(word), Dialect.SQLITE));
      }
    }
  }

  /** The key words of both: what only one of them knows must be harmless in the other. */
  private static Set<String> allWords() throws Exception {
    Set<String> words = new TreeSet<>(Keywords.SQLITE);
    try (Connection connection = Databases.postgres("postgres")) {
      words.addAll(Catalog.lines(connection, "SELECT word FROM pg_get_keywords()"));
    }
    return words;
  }

  /** A table that has {@code word} wherever a name of it or of its column can stand. */
  private static Schema schema(String word) {
    QualifiedName name = QualifiedName.of(word);
    List<String> columns = List.of(word);
    List<Column> list = new ArrayList<>();
    list.add(Column.of(word, new Words(List.of("A", "B")), false));
    list.add(Column.of("other", Simple.INT32, false));
    return new Schema(
        List.of(),
        List.of(
            new Table(
                name,
                "",
                list,
                new PrimaryKey(word + "_pkey", columns),
                List.of(new UniqueKey(word + "_key", List.of(word, "other"))),
                List.of(new Check(word, Sql.of("other > 0"))),
                List.of(
                    new ForeignKey(
                        word + "_fkey",
                        columns,
                        name,
                        columns,
                        Action.NO_ACTION,
                        Action.NO_ACTION,
                        false)),
                List.of(
                    new Index(
                        word + "_idx",
                        List.of(new ColumnPart(word, true)),
                        false,
                        "",
                        columns,
                        Sql.NONE)),
                "A word.")));
  }
}
