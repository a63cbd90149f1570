package dev.varve.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.sql.SchemaScript;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {
  private static final String TEMPORARY =
      "SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema()";

  @Test
  void takesTheSameQueriesForAnyNumberOfTables() throws SQLException {
    try (Connection postgres = Databases.newPostgres();
        Connection sqlite = Databases.sqlite()) {
      for (Connection connection : List.of(postgres, sqlite)) {
        int few = queries(connection, many(2));
        assertEquals(few, queries(connection, many(500)));
        assertTrue(few <= 7, few + " queries");
      }
    }
  }

  private static int queries(Connection connection, Schema model) throws SQLException {
    Dialect dialect = CatalogReader.of(connection).dialect();
    Databases.run(connection, SchemaScript.create(model, dialect));
    AtomicInteger count = new AtomicInteger();
    Catalog catalog = CatalogReader.of(counting(connection, count)).read();
    assertEquals(model.tables().size(), catalog.schema().tables().size());
    int queries = count.get();
    Schema expected = CatalogReader.of(connection).expected(model);
    assertEquals(List.of(), CatalogDifference.between(expected, catalog.schema(), dialect));
    Databases.run(connection, SchemaScript.drop(model, dialect));
    return queries;
  }

  /** The same connection, which counts the statements that are asked of it. */
  private static Connection counting(Connection connection, AtomicInteger count) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().endsWith("Statement")) {
                count.incrementAndGet();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Schema many(int count) {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tables.add(table("t" + i, "c > " + i));
    }
    return new Schema(List.of(), tables);
  }

  private static Table table(String name, String check) {
    return new Table(
        QualifiedName.of(name),
        "",
        List.of(Column.of("c", Simple.INT64, false)),
        new PrimaryKey(name + "_pkey", List.of("c")),
        List.of(),
        List.of(new Check(name + "_check", Sql.of(check))),
        List.of(),
        List.of(),
        "");
  }

  @Test
  void leavesAutoCommitAsItWas() throws SQLException {
    try (Connection connection = Databases.newPostgres()) {
      CatalogReader reader = CatalogReader.of(connection);
      reader.expected(RichSchema.get());
      assertTrue(connection.getAutoCommit());
      assertEquals("0", one(connection, TEMPORARY));
      assertEquals(new Catalog(Schema.EMPTY, List.of()), reader.readFor(RichSchema.get()));
    }
  }

  @Test
  void leavesATransactionAsItWas() throws SQLException {
    try (Connection connection = Databases.newPostgres()) {
      connection.setAutoCommit(false);
      Databases.run(connection, "CREATE TABLE mine (id int)");
      String path = one(connection, "SHOW search_path");
      CatalogReader.of(connection).expected(RichSchema.get());
      assertFalse(connection.getAutoCommit());
      assertEquals(path, one(connection, "SHOW search_path"));
      assertEquals("0", one(connection, TEMPORARY));
      assertEquals("mine", one(connection, "SELECT 'mine'::regclass"));
      connection.rollback();
    }
  }

  @Test
  void leavesAllAsItWasWhenAnExpressionIsWrong() throws SQLException {
    Schema wrong = new Schema(List.of(), List.of(table("t", "no_such_function(c)")));
    try (Connection connection = Databases.newPostgres()) {
      CatalogReader reader = CatalogReader.of(connection);
      SQLException e = assertThrows(SQLException.class, () -> reader.expected(wrong));
      assertTrue(e.getMessage().contains("no_such_function"), e.getMessage());
      assertTrue(connection.getAutoCommit());
      connection.setAutoCommit(false);
      Databases.run(connection, "CREATE TABLE mine (id int)");
      assertThrows(SQLException.class, () -> reader.expected(wrong));
      assertEquals("mine", one(connection, "SELECT 'mine'::regclass"));
      connection.rollback();
    }
  }

  @Test
  void needsNoMoreThanTemporaryTables() throws SQLException {
    try (Connection connection = Databases.newPostgres()) {
      Databases.run(
          connection,
          SchemaScript.create(RichSchema.get(), Dialect.POSTGRESQL)
              + "REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE ROLE guest;"
              + " GRANT USAGE ON SCHEMA billing TO guest; SET ROLE guest");
      assertEquals(List.of(), differences(connection, RichSchema.get()));
      Databases.run(connection, "RESET ROLE; DROP OWNED BY guest; DROP ROLE guest");
    }
  }

  @Test
  void readsTheCurrentSchemaAndThoseAskedFor() throws SQLException {
    try (Connection connection = Databases.newPostgres()) {
      Databases.run(
          connection,
          "CREATE TABLE a (id int); CREATE SCHEMA other; CREATE TABLE other.b (id int);"
              + " CREATE TABLE _varve_migrations (version text);"
              + " CREATE TABLE _varve_backfills (version text); SET search_path = other, public");
      CatalogReader reader = CatalogReader.of(connection);
      assertEquals(List.of(QualifiedName.of("b")), names(reader.read()));
      assertEquals(
          List.of(QualifiedName.of("b"), new QualifiedName("public", "a")),
          names(reader.read(Set.of("public", "other", "missing"))));
      Databases.run(connection, "SET search_path = nowhere");
      IllegalStateException e = assertThrows(IllegalStateException.class, reader::read);
      assertTrue(e.getMessage().contains("no current schema"), e.getMessage());
    }
  }

  private static List<QualifiedName> names(Catalog catalog) {
    List<QualifiedName> names = new ArrayList<>();
    for (Table table : catalog.schema().tables()) {
      names.add(table.name());
    }
    return names;
  }

  @Test
  void takesTheCurrentSchemaByNameForTheSame() throws SQLException {
    Table table = table("t", "c > 0");
    Table named =
        new Table(
            new QualifiedName("public", "t"),
            "",
            table.columns(),
            table.primaryKey(),
            List.of(),
            table.checks(),
            List.of(),
            List.of(),
            "");
    Schema model = new Schema(List.of(), List.of(named));
    try (Connection connection = Databases.newPostgres()) {
      Databases.run(connection, SchemaScript.create(model, Dialect.POSTGRESQL));
      assertEquals(List.of(), differences(connection, model));
      assertEquals(List.of(QualifiedName.of("t")), names(CatalogReader.of(connection).read()));
    }
  }

  @Test
  void understandsColumnsWithTheirTablesName() throws SQLException {
    Table plain = table("t", "t.c > 0 AND public.t.c < 9");
    Table other =
        new Table(
            new QualifiedName("billing", "t"),
            "",
            List.of(
                plain.columns().get(0),
                new Column(
                    "d",
                    plain.columns().get(0).type(),
                    true,
                    new ValueSource.Computed(Sql.of("t.c + 1"), true),
                    Map.of(),
                    "")),
            plain.primaryKey(),
            List.of(),
            List.of(new Check("t_check", Sql.of("billing.t.c > 0 AND t.c < 9"))),
            List.of(),
            List.of(
                new Index(
                    "t_idx",
                    List.of(new Index.ExpressionPart(Sql.of("abs(t.c)"), false)),
                    false,
                    "",
                    List.of(),
                    Sql.of("billing.t.c <> 3"))),
            "");
    Schema model = new Schema(List.of(), List.of(other, plain));
    try (Connection connection = Databases.newPostgres()) {
      Databases.run(connection, SchemaScript.create(model, Dialect.POSTGRESQL));
      assertEquals(List.of(), differences(connection, model));
    }
  }

  @Test
  void leavesOutWhatBelongsToAnExtensionButKnowsItsTypes() throws SQLException {
    try (Connection connection = Databases.newPostgres()) {
      Databases.run(connection, "CREATE EXTENSION citext");
      Column column =
          new Column(
              "c",
              new Text(0),
              false,
              new Default(Sql.of("'x'")),
              Map.of(Dialect.POSTGRESQL, " CiText "),
              "");
      Table table = table("t", "c <> 'a'");
      Table withType =
          new Table(
              table.name(),
              "",
              List.of(column),
              table.primaryKey(),
              List.of(),
              table.checks(),
              List.of(),
              List.of(),
              "");
      Schema model = new Schema(List.of(), List.of(withType));
      Databases.run(connection, SchemaScript.create(model, Dialect.POSTGRESQL));
      assertEquals(List.of(), differences(connection, model));
      assertEquals(List.of(), CatalogReader.of(connection).read().unmodelled());
    }
  }

  private static List<String> differences(Connection connection, Schema model) throws SQLException {
    CatalogReader reader = CatalogReader.of(connection);
    return CatalogDifference.between(
        reader.expected(model), reader.readFor(model).schema(), reader.dialect());
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
