package loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.SeedException;
import loading.Library.Book;
import loading.Library.Copy;
import loading.Library.Country;
import loading.Library.Genre;
import loading.Library.Member;
import loading.Library.Topic;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Reference data, progress, transactions, and connections that hide their driver. */
public final class LoadingScenarios {
  private LoadingScenarios() {}

  private static List<Country> countries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Country("" + (char) ('A' + i / 26) + (char) ('A' + i % 26), "C" + i, i))
        .toList();
  }

  /** Complaint: reference data is written anew by every migration. */
  public static void referenceDataThatIsRunAgainChangesNothing(DataSource source)
      throws Exception {
    for (int count : new int[] {3, 600}) {
      try (Connection connection = source.getConnection()) {
        LoadingSeed seed = LoadingSeed.of(connection);
        List<Country> countries = countries(count);
        List<Genre> genres =
            IntStream.range(0, count).mapToObj(i -> new Genre(0, "G" + i, true, null)).toList();
        assertEquals(countries, seed.addAll(countries));
        List<Genre> numbered = seed.addAll(genres);
        String before = Contents.versions(connection);
        assertEquals(countries, seed.addAll(countries));
        assertEquals(numbered, seed.addAll(genres));
        assertEquals(numbered, seed.addAll(numbered));
        assertEquals(before, Contents.versions(connection));
      }
    }
  }

  public static void onlyTheRowThatDiffersIsUpdated(DataSource source) throws Exception {
    try (Connection connection = source.getConnection()) {
      LoadingSeed seed = LoadingSeed.of(connection);
      List<Country> countries = new ArrayList<>(countries(300));
      seed.addAll(countries);
      String before = Contents.versions(connection);
      countries.set(7, new Country(countries.get(7).code(), "Renamed", null));
      assertEquals(countries, seed.addAll(countries));
      assertEquals(1, Contents.differing(before, Contents.versions(connection)));
    }
  }

  public static void recordsThatTheDatabaseNumbersAreKnownByTheirName(DataSource source) {
    LoadingSeed seed = LoadingSeed.of(source);
    Genre kept = seed.add(new Genre(0, "Crime", true, null));
    List<Genre> all =
        seed.addAll(
            List.of(
                new Genre(0, "Poems", true, null),
                new Genre(0, "Crime", false, "closed"),
                new Genre(0, "Poems", true, null),
                new Genre(77, "Maps", true, null)));
    assertEquals(kept.id(), all.get(1).id());
    assertEquals("closed", all.get(1).note());
    assertEquals(all.get(0), all.get(2));
    assertEquals(77, all.get(3).id());
    assertTrue(seed.genre().id() > 77);
    seed.addAll(List.of(new Genre(0, "Poems", true, "a"), new Genre(0, "Poems", false, "b")));
    assertEquals("b", seed.reload(all.get(0)).note());
  }

  public static void compositeKeysAndLinksAreAddedAgain(DataSource source) throws Exception {
    LoadingSeed seed = LoadingSeed.of(source);
    Topic red = seed.topic(t -> t.label("red"));
    Topic blue = seed.topic(t -> t.label("blue"));
    Book book = seed.book(b -> b.topics(red));
    List<Copy> copies =
        IntStream.range(0, 250).mapToObj(i -> new Copy(book.id(), i, "new")).toList();
    assertEquals(copies, seed.addAll(copies));
    assertEquals(copies, seed.addAll(copies));
    Book more = with(book, Set.of(red, blue));
    assertEquals(List.of(more.topics()), seed.addAll(List.of(more)).stream().map(Book::topics).toList());
    assertEquals(2, Contents.count(source, "book_topics"));
    seed.addAll(List.of(more, more));
    assertEquals(2, Contents.count(source, "book_topics"));
    seed.addAll(List.of(book));
    assertEquals(1, Contents.count(source, "book_topics"));
  }

  private static Book with(Book b, Set<Topic> topics) {
    return new Book(
        b.id(), b.genre(), b.countryCode(), b.title(), b.price(), b.shelf(), b.boughtAt(),
        b.printed(), b.cover(), b.quotes(), b.extra(), b.read(), b.weight(), b.copies(),
        b.doubled(), topics);
  }

  /** Complaint: rows that refer to their own table need constraints switched off. */
  public static void recordsMayReferToLaterOnesOfTheirTable(DataSource source) throws Exception {
    LoadingSeed seed = LoadingSeed.of(source);
    List<Member> ring =
        IntStream.rangeClosed(1, 400)
            .mapToObj(i -> new Member(i, "P" + i, i == 400 ? 1L : i + 1L))
            .toList();
    assertEquals(ring, seed.addAll(ring));
    assertEquals(ring, seed.addAll(ring));
    assertEquals(401, seed.member().id());
  }

  public static void aRowThatIsRefusedIsNamedAndNothingStays(DataSource source) throws Exception {
    LoadingSeed seed = LoadingSeed.of(source);
    SeedException e =
        assertThrows(
            SeedException.class,
            () ->
                seed.addAll(
                    List.of(new Member(1, "a", null), new Member(2, "b", 99L))));
    assertTrue(e.getMessage().contains("LoadingScenarios.java:"), e.getMessage());
    assertTrue(e.getMessage().toLowerCase(java.util.Locale.ROOT).contains("foreign key"), e.getMessage());
    assertEquals(0, Contents.count(source, "members"));
  }

  public static void aListenerIsToldTheTablesAndTheirRows(DataSource source) {
    List<String> told = new ArrayList<>();
    LoadingSeed seed = LoadingSeed.of(source);
    seed.listener((table, rows, done) -> told.add(table + " " + rows + " " + done)).book();
    assertEquals(List.of("genres 1 true", "books 1 true"), told);
    told.clear();
    List<Member> many =
        IntStream.rangeClosed(1, 25_000).mapToObj(i -> new Member(i, "P" + i, null)).toList();
    seed.listener((table, rows, done) -> told.add(table + " " + rows + " " + done)).addAll(many);
    assertEquals(List.of("members 10000 false", "members 20000 false", "members 25000 true"), told);
  }

  /** Of each table the rows add up to those that are there, and it is told when they are all sent. */
  public static void aListenerIsToldOfPlansAndSmoke(DataSource source) throws Exception {
    Map<String, Long> rows = new TreeMap<>();
    Map<String, Boolean> ended = new TreeMap<>();
    LoadingSeed seed =
        LoadingSeed.of(source)
            .listener(
                (table, count, done) -> {
                  Long before = rows.put(table, count);
                  assertTrue(before == null || before <= count, table + " " + before + " " + count);
                  ended.put(table, done);
                });
    seed.rich(3, p -> p.members(45_000));
    assertEquals(Map.of("members", 45_000L), rows);
    seed.rich(3, p -> p.books(100, (b, g) -> b.copies(3).topics(2)));
    assertTold(source, rows, ended, Map.of("members", 0L));
    Map<String, Long> first = new TreeMap<>(rows);
    rows.clear();
    ended.clear();
    seed.smoke();
    assertTold(source, rows, ended, first);
    assertTrue(rows.get("countries") > 1, rows.toString());
  }

  private static void assertTold(
      DataSource source, Map<String, Long> rows, Map<String, Boolean> ended, Map<String, Long> before)
      throws SQLException {
    for (String table : rows.keySet()) {
      long there = Contents.count(source, table);
      assertEquals(there, rows.get(table) + before.getOrDefault(table, 0L), table);
    }
    assertFalse(ended.containsValue(false), ended.toString());
    assertTrue(rows.keySet().containsAll(List.of("books", "genres", "topics", "book_topics")), rows.toString());
  }

  public static void whatAListenerThrowsEndsTheCall(DataSource source) throws Exception {
    IllegalStateException enough = new IllegalStateException("enough");
    LoadingSeed seed = LoadingSeed.of(source);
    LoadingSeed watched =
        seed.listener(
            (table, rows, done) -> {
              if (table.equals("books")) {
                throw enough;
              }
            });
    assertSame(enough, assertThrows(IllegalStateException.class, watched::book));
    assertEquals(0, Contents.count(source, "genres"));
    seed.book();
    assertEquals(1, Contents.count(source, "genres"));
  }

  public static void severalCallsAreOneTransactionOfTheCallers(DataSource source)
      throws Exception {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      LoadingSeed seed = LoadingSeed.of(connection);
      seed.addAll(countries(300));
      Book book = seed.book();
      seed.copy(c -> c.bookId(book.id()));
      assertThrows(SeedException.class, () -> seed.member(p -> p.mentorId(99L)));
      seed.member();
      connection.rollback();
    }
    for (String table : Contents.TABLES) {
      assertEquals(0, Contents.count(source, table), table);
    }
  }

  /** Pools and tracers hand out connections that don't unwrap. */
  public static void connectionsThatHideTheirDriverServeAsWell(DataSource source)
      throws Exception {
    LoadingSeed seed = LoadingSeed.of(hiding(source));
    List<Country> countries = countries(500);
    assertEquals(countries, seed.addAll(countries));
    assertEquals(countries, seed.addAll(countries));
    Book book = seed.book(b -> b.topics(seed.topic()).cover(new byte[] {0, 1, '\\'}));
    assertEquals(7, book.copies());
    assertEquals(40, seed.members(40).size());
    assertEquals(1, Contents.count(source, "books"));
    assertFalse(seed.addAll(List.of(new Topic(new UUID(1, 2), "x"))).isEmpty());
  }

  private static DataSource hiding(DataSource source) {
    return proxy(
        DataSource.class,
        source,
        result -> result instanceof Connection c ? proxy(Connection.class, c, same -> same) : result);
  }

  private static <T> T proxy(
      Class<T> type, T target, java.util.function.UnaryOperator<Object> result) {
    return type.cast(
        Proxy.newProxyInstance(
            LoadingScenarios.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("unwrap") || method.getName().equals("isWrapperFor")) {
                throw new SQLException("this pool doesn't unwrap");
              }
              try {
                return result.apply(method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
