package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of one class and of several that run at the same time: all wait for each other. */
class ParallelTest {
  abstract static class Meeting {
    private static final CyclicBarrier ALL = new CyclicBarrier(6);

    @RepeatedTest(3)
    void together(ShopSeed seed, DataSource database) throws Exception {
      seed.customer(c -> c.email("same@shop.test"));
      ALL.await(30, TimeUnit.SECONDS);
      assertEquals(1, Rows.count(database));
      ALL.await(30, TimeUnit.SECONDS);
    }
  }

  @VarveTest
  static class SqliteWorker extends Meeting {}

  @VarveTest
  static class OtherSqliteWorker extends Meeting {}

  @VarveTest(isolation = Isolation.CLONE)
  static class SqliteClone extends Meeting {}

  @VarveTest(isolation = Isolation.ROLLBACK)
  static class SqliteRollback extends Meeting {}

  @VarveTest(database = Engine.POSTGRESQL)
  static class PostgresWorker extends Meeting {}

  @VarveTest(database = Engine.POSTGRESQL)
  static class OtherPostgresWorker extends Meeting {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.CLONE)
  static class PostgresClone extends Meeting {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK)
  static class PostgresRollback extends Meeting {}

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of(SqliteWorker.class, OtherSqliteWorker.class),
        Arguments.of(SqliteClone.class, SqliteRollback.class),
        Arguments.of(PostgresWorker.class, OtherPostgresWorker.class),
        Arguments.of(PostgresClone.class, PostgresRollback.class),
        Arguments.of(SqliteWorker.class, PostgresWorker.class));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void testsThatRunAtTheSameTimeHaveDatabasesOfTheirOwn(Class<?> one, Class<?> other) {
    assertEquals(6, Launch.passed(Launch.inParallel(one, other)));
  }
}
