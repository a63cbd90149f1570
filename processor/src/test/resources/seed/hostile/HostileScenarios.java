package hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.SeedException;
import hostile.Hostile.Account;
import hostile.Hostile.Label;
import hostile.Hostile.Odd;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** What must not be lost, overwritten, committed or left behind. */
public final class HostileScenarios {
  private HostileScenarios() {}

  /** A key that isn't about all rows says nothing of those that it isn't about. */
  public static void rowsOutsideOfAPartialKeyAreNotOverwritten(DataSource source) {
    HostileSeed seed = HostileSeed.of(source);
    Account closed = seed.add(new Account(0, "ann@shop.test", true, "first"));
    Account again = seed.add(new Account(0, "ann@shop.test", false, "second"));
    assertNotEquals(closed.id(), again.id());
    assertEquals(closed, seed.reload(closed));
    assertThrows(
        SeedException.class, () -> seed.add(new Account(0, "ann@shop.test", false, "third")));
    assertEquals(again, seed.reload(again));
  }

  public static void oddNamesAreNamesOnly(DataSource source) throws Exception {
    HostileSeed seed = HostileSeed.of(source);
    seed.label();
    Odd odd = seed.odd(o -> o.text("\\.").end("'; DROP TABLE labels; --"));
    assertEquals(odd, seed.reload(odd));
    assertEquals(odd, seed.add(odd));
    List<Odd> many =
        IntStream.range(0, 500).mapToObj(i -> new Odd(0, "\\." + i + "\n\\.", "\\.")).toList();
    List<Odd> added = seed.addAll(many);
    assertEquals(added, seed.addAll(many));
    seed.rich(1, p -> p.odds(1000));
    assertEquals(1501, count(source, "\"odd -- ? :c $1\""));
    assertEquals(1, count(source, "labels"));
  }

  public static void threadsThatSeedOneDatabaseMakeRowsOfTheirOwn(DataSource source)
      throws Exception {
    together(source, seed -> seed.label());
    assertEquals(40, count(source, "labels"));
  }

  public static void soDoTheyWhereKeysAreNoNumbers(DataSource source) throws Exception {
    together(source, seed -> seed.token());
    assertEquals(40, count(source, "tokens"));
  }

  private interface Work {
    void with(HostileSeed seed);
  }

  private static void together(DataSource source, Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    HostileSeed shared = HostileSeed.of(source);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      HostileSeed seed = i % 2 == 0 ? shared : HostileSeed.of(source);
      all.add(
          threads.submit(
              () -> {
                for (int j = 0; j < 10; j++) {
                  work.with(seed);
                }
              }));
    }
    threads.shutdown();
    for (Future<?> each : all) {
      each.get();
    }
  }

  /** As some pools are set up: nothing is committed by itself. */
  public static void whatADataSourceWithoutAutocommitMakesStays(DataSource source) throws Exception {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      HostileSeed seed = HostileSeed.of(shared(source, connection));
      Label label = seed.label();
      assertEquals(1, count(source, "labels"));
      assertThrows(SeedException.class, () -> seed.label(l -> l.name(label.name())));
      seed.rich(1, p -> p.labels(3));
      assertEquals(4, count(source, "labels"));
      assertFalse(connection.getAutoCommit());
      connection.rollback();
    }
    assertEquals(4, count(source, "labels"));
  }

  /**
   * As Spring's TransactionAwareDataSourceProxy: each connection is the transaction's. SQLite
   * doesn't say whether a transaction has written, and there it is taken for the call's own.
   */
  public static void aTransactionThatTheDataSourceTakesPartInIsNotCommitted(DataSource source)
      throws Exception {
    boolean stays = !isPostgres(source);
    try (Connection outer = source.getConnection()) {
      outer.setAutoCommit(false);
      HostileSeed.of(outer).token();
      HostileSeed seed = HostileSeed.of(shared(source, outer));
      Label label = seed.label();
      assertThrows(SeedException.class, () -> seed.label(l -> l.name(label.name())));
      seed.label();
      assertFalse(outer.getAutoCommit());
      outer.rollback();
    }
    assertEquals(stays ? 2 : 0, count(source, "labels"));
    assertEquals(stays ? 1 : 0, count(source, "tokens"));
  }

  private static boolean isPostgres(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
  }

  private static DataSource shared(DataSource source, Connection outer) {
    Connection open = proxy(Connection.class, outer, outer, "close");
    return proxy(DataSource.class, source, open, "getConnection");
  }

  private static <T> T proxy(Class<T> type, T target, Object given, String instead) {
    return type.cast(
        Proxy.newProxyInstance(
            HostileScenarios.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(instead)) {
                return method.getReturnType() == void.class ? null : given;
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** A pool's own connections may be in this mode, and are to be committed. */
  public static void connectionsThatAPoolGivesWithoutAutocommitAreCommitted(DataSource source)
      throws Exception {
    try (Connection pooled = source.getConnection()) {
      pooled.setAutoCommit(false);
      HostileSeed.of(shared(source, pooled)).label();
      assertFalse(pooled.getAutoCommit());
    }
    assertEquals(1, count(source, "labels"));
  }

  public static void aKeyThatOneRecordHasIsGivenToNoOther(DataSource source) throws Exception {
    HostileSeed seed = HostileSeed.of(source);
    seed.addAll(List.of(new Label(0, "new"), new Label(1, "one"), new Label(2, "two")));
    assertEquals(3, count(source, "labels"));
  }

  public static void theGreatestKeyIsFollowedByNone(DataSource source) throws Exception {
    HostileSeed seed = HostileSeed.of(source);
    seed.add(new Label(Long.MAX_VALUE, "last"));
    assertThrows(SeedException.class, seed::label);
    assertEquals(1, count(source, "labels"));
  }

  public static void aConnectionIsAsItWasAfterAFailure(DataSource source) throws Exception {
    try (Connection connection = source.getConnection()) {
      HostileSeed seed = HostileSeed.of(connection);
      seed.label(l -> l.name("one"));
      List<Label> many =
          IntStream.rangeClosed(1, 3000).mapToObj(i -> new Label(i + 10, "n" + i % 2999)).toList();
      assertThrows(SeedException.class, () -> seed.addAll(many));
      assertThrows(
          SeedException.class,
          () ->
              seed.rich(
                  1,
                  p ->
                      p.labels(
                          60_000,
                          (l, g) -> {
                            if (g.index() == 55_000) {
                              throw new IllegalStateException("enough");
                            }
                            return l;
                          })));
      Thread.currentThread().interrupt();
      assertThrows(SeedException.class, () -> seed.rich(1, p -> p.labels(60_000)));
      assertTrue(Thread.interrupted());
      assertTrue(connection.getAutoCommit());
      seed.label();
      assertEquals(2, count(source, "labels"));
    }
  }

  private static int count(DataSource source, String table) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getInt(1);
    }
  }
}
