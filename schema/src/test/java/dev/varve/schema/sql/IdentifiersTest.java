package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
  @ParameterizedTest
  @CsvSource({
    "email, email, email",
    "order, \"order\", \"order\"",
    "key, key, \"key\"",
    "user, \"user\", user",
    "Name, \"Name\", \"Name\"",
    "a b, \"a b\", \"a b\"",
    "1st, \"1st\", \"1st\"",
    "größe, \"größe\", \"größe\"",
    "a$b, \"a$b\", \"a$b\"",
    "_x1, _x1, _x1",
  })
  void quotesWhereItMust(String name, String postgres, String sqlite) {
    assertEquals(postgres, Identifiers.of(Dialect.POSTGRESQL).quoted(name));
    assertEquals(sqlite, Identifiers.of(Dialect.SQLITE).quoted(name));
  }

  @Test
  void doublesQuotes() {
    assertEquals("\"a\"\"b\"", Identifiers.of(Dialect.POSTGRESQL).quoted("a\"b"));
  }

  @Test
  void joinsSchemaAndTable() {
    QualifiedName name = new QualifiedName("Odd", "order");
    assertEquals("\"Odd\".\"order\"", Identifiers.of(Dialect.POSTGRESQL).quoted(name));
    assertEquals("\"Odd_order\"", Identifiers.of(Dialect.SQLITE).quoted(name));
    assertEquals(
        "in_order", Identifiers.of(Dialect.SQLITE).quoted(new QualifiedName("in", "order")));
  }
}
