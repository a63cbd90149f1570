package slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.SeedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import slots.Slots.Four;
import slots.Slots.Shift;
import slots.Slots.Side;
import slots.Slots.Slot;

/** Unique keys side by side, and a transaction that the caller began by hand. */
public final class SlotScenarios {
  private SlotScenarios() {}

  private static long count(DataSource source, String table) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return count(connection, table);
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public static void uniqueColumnsVaryEachForItself(DataSource source) throws SQLException {
    SlotsSeed seed = SlotsSeed.of(source);
    Slot one = seed.slot();
    Slot two = seed.slot();
    assertNotEquals(one.main(), two.main());
    assertNotEquals(one.day(), two.day());
    SeedException e = assertThrows(SeedException.class, () -> seed.slot());
    assertTrue(e.getMessage().contains("rows have all 2 values that can be invented for main"), e.getMessage());
    assertTrue(e.getMessage().contains("slots_main_key"), e.getMessage());
    assertTrue(!e.getMessage().contains("day"), e.getMessage());
    assertEquals(2, count(source, "slots"));
  }

  public static void takesTheFreeValueOfEachKey(DataSource source) {
    SlotsSeed seed = SlotsSeed.of(source);
    Slot first = seed.slot(s -> s.main(false));
    assertEquals(true, seed.slot().main());
    Four four = seed.four(f -> f.side(Side.RIGHT).number(77));
    Four next = seed.four();
    assertEquals(Side.LEFT, next.side());
    assertTrue(!next.day().equals(four.day()) && !next.code().equals(four.code()) && next.number() != 77);
    SeedException e = assertThrows(SeedException.class, () -> seed.four());
    assertTrue(e.getMessage().contains("2 values that can be invented for side"), e.getMessage());
    assertEquals(false, first.main());
  }

  public static void keysThatShareColumnsVaryTogether(DataSource source) {
    SlotsSeed seed = SlotsSeed.of(source);
    Set<List<Object>> pairs = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      Shift shift = seed.shift();
      pairs.add(List.of(shift.side(), shift.main()));
    }
    assertEquals(4, pairs.size());
    SeedException e = assertThrows(SeedException.class, () -> seed.shift());
    assertTrue(e.getMessage().contains("main"), e.getMessage());
  }

  /** A new builder starts at the first value again. */
  public static void passesOverManyTakenValues(DataSource source) throws SQLException {
    SlotsSeed seed = SlotsSeed.of(source);
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      SlotsSeed all = SlotsSeed.of(connection);
      for (int i = 0; i < 600; i++) {
        all.token();
      }
      connection.commit();
    }
    for (int i = 0; i < 5; i++) {
      seed.token();
    }
    assertEquals(605, count(source, "tokens"));
  }

  /** JDBC thinks that each statement commits, and the caller has said BEGIN. */
  public static void keepsToTransactionsBegunByHand(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      SlotsSeed seed = SlotsSeed.of(connection);
      execute(connection, "BEGIN");
      seed.event();
      assertThrows(SeedException.class, () -> seed.event(e -> e.id(seed.event().id())));
      seed.event();
      assertEquals(true, connection.getAutoCommit());
      assertEquals(3, count(connection, "events"));
      execute(connection, "ROLLBACK");
      assertEquals(0, count(connection, "events"));
      execute(connection, "BEGIN");
      seed.event();
      assertThrows(SeedException.class, () -> seed.event(e -> e.at(Instant.MAX)));
      execute(connection, "COMMIT");
      assertEquals(1, count(source, "events"));
      seed.event();
      execute(connection, "BEGIN");
      execute(connection, "ROLLBACK");
      assertEquals(2, count(source, "events"));
    }
  }

  public static void refusesWhatCannotComeBack(DataSource source) throws SQLException {
    SlotsSeed seed = SlotsSeed.of(source);
    SeedException e = assertThrows(SeedException.class, () -> seed.event(v -> v.at(Instant.MAX)));
    assertTrue(e.getMessage().contains("at: "), e.getMessage());
    @SuppressWarnings("deprecation")
    List<Locale> untold = List.of(new Locale("x y"), new Locale("no", "NO", "NY"));
    for (Locale locale : untold) {
      e = assertThrows(SeedException.class, () -> seed.event(v -> v.locale(locale)));
      assertTrue(e.getMessage().contains("locale: the locale \"" + locale + "\""), e.getMessage());
    }
    Locale japanese = Locale.forLanguageTag("ja-JP-u-ca-japanese");
    assertEquals(japanese, seed.event(v -> v.locale(japanese)).locale());
    assertEquals(1, count(source, "events"));
  }
}
