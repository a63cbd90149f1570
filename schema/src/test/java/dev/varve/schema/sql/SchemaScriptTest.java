package dev.varve.schema.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.GoldenFile;
import dev.varve.schema.RichSchema;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  private static void runTwice(Connection connection, Dialect dialect) throws Exception {
    String create = SchemaScript.create(RichSchema.get(), dialect);
    String drop = SchemaScript.drop(RichSchema.get(), dialect);
    Databases.run(connection, create);
    Databases.run(connection, create);
    Databases.run(connection, drop);
    Databases.run(connection, drop);
  }
}
