package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.junit.shop.Country;
import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which database what is injected leads to, wherever JUnit injects. */
class InjectionTest {
  abstract static class Outer {
    final ShopSeed seed;

    Outer(ShopSeed seed) {
      this.seed = seed;
    }

    @BeforeEach
    void one() {
      seed.customer();
    }

    abstract class Inner {
      private final ShopSeed same;
      private final Connection connection;

      Inner(ShopSeed same, Connection connection) {
        this.same = same;
        this.connection = connection;
      }

      @RepeatedTest(2)
      void bothInstancesHaveTheTestsDatabase(DataSource database) throws SQLException {
        assertSame(seed, same);
        same.customer();
        assertEquals(2, Rows.count(connection, "customers"));
        assertEquals(2, Rows.count(database));
      }
    }
  }

  @VarveTest
  static class SqliteOuter extends Outer {
    SqliteOuter(ShopSeed seed) {
      super(seed);
    }

    @Nested
    class Within extends Inner {
      Within(ShopSeed same, Connection connection) {
        super(same, connection);
      }
    }
  }

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK)
  static class PostgresOuter extends Outer {
    PostgresOuter(ShopSeed seed) {
      super(seed);
    }

    @Nested
    class Within extends Inner {
      Within(ShopSeed same, Connection connection) {
        super(same, connection);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {SqliteOuter.class, PostgresOuter.class})
  void constructorsOfNestedClasses(Class<?> sample) {
    assertEquals(2, Launch.passed(Launch.of(sample)));
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Once {
    private final ShopSeed seed;

    Once(ShopSeed seed) {
      this.seed = seed;
    }

    @BeforeAll
    void germany(ShopSeed same, Connection connection) throws SQLException {
      assertSame(seed, same);
      seed.add(new Country("DE", "Germany"));
      assertEquals(1, Rows.count(connection, "countries"));
    }

    @RepeatedTest(2)
    void germanyAndOneMore(Connection connection) throws SQLException {
      seed.add(new Country("NO", "Norway"));
      assertEquals(2, Rows.count(connection, "countries"));
    }
  }

  @VarveTest
  static class SqliteOnce extends Once {
    SqliteOnce(ShopSeed seed) {
      super(seed);
    }
  }

  @VarveTest(isolation = Isolation.ROLLBACK)
  static class SqliteOnceRolledBack extends Once {
    SqliteOnceRolledBack(ShopSeed seed) {
      super(seed);
    }
  }

  @VarveTest(database = Engine.POSTGRESQL)
  static class PostgresOnce extends Once {
    PostgresOnce(ShopSeed seed) {
      super(seed);
    }
  }

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.CLONE)
  static class PostgresOnceCloned extends Once {
    PostgresOnceCloned(ShopSeed seed) {
      super(seed);
    }
  }

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK)
  static class PostgresOnceRolledBack extends Once {
    PostgresOnceRolledBack(ShopSeed seed) {
      super(seed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SqliteOnce.class,
        SqliteOnceRolledBack.class,
        PostgresOnce.class,
        PostgresOnceCloned.class,
        PostgresOnceRolledBack.class
      })
  void oneInstanceForAllTests(Class<?> sample) {
    assertEquals(2, Launch.passed(Launch.of(sample)));
  }

  static final class Twice implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
        ExtensionContext context) {
      return Stream.of(
          new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
    }
  }

  @VarveTest
  static class Template {
    @TestTemplate
    @ExtendWith(Twice.class)
    void startsEmpty(ShopSeed seed, DataSource database) throws SQLException {
      seed.customer();
      assertEquals(1, Rows.count(database));
    }
  }

  @Test
  void invocationsOfATemplate() {
    assertEquals(2, Launch.passed(Launch.of(Template.class)));
  }

  @VarveTest
  @ParameterizedClass
  @ValueSource(ints = {1, 2})
  static class WithParameters {
    private final int rows;
    private final ShopSeed seed;

    WithParameters(int rows, ShopSeed seed) {
      this.rows = rows;
      this.seed = seed;
    }

    @BeforeAll
    static void germany(ShopSeed first) {
      first.add(new Country("DE", "Germany"));
    }

    @RepeatedTest(2)
    void startsAsTheClassDoes(DataSource database) throws SQLException {
      seed.customers(rows);
      assertEquals(1 + rows, Rows.count(database));
    }
  }

  @Test
  void classesWithParameters() {
    assertEquals(4, Launch.passed(Launch.of(WithParameters.class)));
  }

  @VarveTest
  static class FailsEarly {
    FailsEarly(ShopSeed seed, DataSource database) throws SQLException {
      assertEquals(0, Rows.count(database));
      seed.customer();
      throw new IllegalStateException("as it should");
    }

    @RepeatedTest(2)
    void never() {}
  }

  @Test
  void whatAConstructorInsertsThatFailsIsGone() {
    List<Throwable> failures = Launch.failures(Launch.of(FailsEarly.class));
    assertEquals(2, failures.size());
    for (Throwable failure : failures) {
      assertTrue(failure.toString().contains("as it should"), failure.toString());
    }
  }
}
