package dev.varve.example;

import dev.varve.example.store.StoreSeed;
import dev.varve.junit.VarveTest;
import dev.varve.runtime.format.Engine;
import java.sql.Connection;

/** The same questions, asked on the engine that the store runs on. */
@VarveTest(database = Engine.POSTGRESQL)
class StoreOnPostgresTest extends StoreQuestionsTest {
  StoreOnPostgresTest(StoreSeed seed, Connection connection) {
    super(seed, connection);
  }
}
