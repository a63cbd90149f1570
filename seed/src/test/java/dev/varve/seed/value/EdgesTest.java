package dev.varve.seed.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The edges of columns are valid, all different, and real edges: a step further is refused. */
class EdgesTest {
  private static final RecordAccess RECORDS = new RecordAccess(MethodHandles.lookup());
  private static final Canonical VALUES = new Canonical(new JsonText(RECORDS));

  @TempDir Path folder;

  record Tree(String name, List<Tree> parts, Optional<Instant> at, Map<String, long[]> sizes) {}

  private static List<Object> edges(String type, Type java, String words) {
    ValueDomain domain = ValueDomain.read(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    return new Inventor(0).edges("t", "v", ValueType.parse(type), new JavaType(java), domain);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void bothEnginesTakeThemAsUniqueValuesAndGiveThemBack(Engine engine) throws Exception {
    try (Connection connection = Databases.connect(engine, folder)) {
      for (Column column : Columns.all()) {
        Databases.run(connection, column.table(engine));
        Databases.run(connection, "CREATE UNIQUE INDEX t_v_key ON t (v)");
        check(engine, connection, column);
        Databases.run(connection, "DROP TABLE t");
      }
    }
  }

  private static void check(Engine engine, Connection connection, Column column) throws Exception {
    ValueType type = ValueType.parse(column.type());
    List<Object> stored = new ArrayList<>();
    for (Object edge : edges(column.type(), column.java(), "")) {
      Object sent = stored(engine, type, edge);
      if (sent != null) {
        Object java = java(column, type, edge);
        boolean sorted = java instanceof Set<?>;
        assertEquals(
            sorted ? java : text(type, edge),
            sorted ? java(column, type, VALUES.of(type, java)) : text(type, VALUES.of(type, java)),
            () -> column.toString());
        insert(connection, column, stored.size(), sent);
        stored.add(edge);
      }
    }
    assertFalse(stored.isEmpty(), column + " has edges");
    try (PreparedStatement select = connection.prepareStatement("SELECT v FROM t ORDER BY n");
        ResultSet rows = select.executeQuery()) {
      for (Object edge : stored) {
        assertTrue(rows.next());
        Object read = Decoder.canonical(rows, 1, type);
        assertEquals(text(type, edge), text(type, read), column + " came back");
      }
    }
  }

  /** As text; of JSON what it says, for PostgreSQL writes it in its own way. */
  private static Object text(ValueType type, Object canonical) {
    return type.kind() == ValueType.Kind.JSON
        ? JsonReader.read((String) canonical)
        : PostgresEncoder.text(type, canonical);
  }

  private static Object java(Column column, ValueType type, Object canonical) {
    return new JavaType(column.java()).of(type, canonical, RECORDS);
  }

  private static Object stored(Engine engine, ValueType type, Object value) {
    try {
      return engine == Engine.POSTGRESQL
          ? PostgresEncoder.text(type, value)
          : SqliteEncoder.value(type, value);
    } catch (ValueException e) {
      return null;
    }
  }

  private static void insert(Connection connection, Column column, int n, Object sent)
      throws Exception {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t (n, v) VALUES (?, ?)")) {
      insert.setInt(1, n);
      boolean postgres = connection.getMetaData().getDatabaseProductName().startsWith("Post");
      if (postgres) {
        insert.setObject(2, sent, Types.OTHER);
      } else {
        insert.setObject(2, sent);
      }
      insert.executeUpdate();
    } catch (Exception e) {
      throw new AssertionError(column + " edge " + n + ": " + Texts.shown(sent.toString()), e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "int16,min=1 max=9,'1,9'",
    "int16,'','-32768,32767,0,1,-1'",
    "int32,min=0,'0,2147483647,1'",
    "int64,max=-5,'-9223372036854775808,-5'",
    "'decimal(4,2)','','-99.99,99.99,0.00,0.01,-0.01'",
    "'decimal(4,2)',min=0.5 max=1,'0.50,1.00'",
    "float64,min=0.5,'0.5,1.7976931348623157E308'",
    "'words(FREE,PRO,TEAM)','','FREE,PRO,TEAM'",
    "'words(FREE,PRO,TEAM)',in=PRO,PRO",
    "boolean,'','false,true'",
    "int32,in=7 in=9,'7,9'",
    "date,future,'9999-12-31,+294276-12-31,2999-01-01,+5874897-12-31'",
  })
  void theseAreAllOfThem(String type, String words, String expected) {
    String found =
        String.join(",", edges(type, Object.class, words).stream().map(Object::toString).toList());
    assertEquals(expected, found);
  }

  @Test
  void textsAreAsShortAndAsLongAsTheColumnCountedInCodePoints() {
    List<Object> texts = edges("text(40)", String.class, "minlength=3");
    Set<Integer> lengths = new HashSet<>();
    for (Object text : texts) {
      String each = (String) text;
      lengths.add(each.codePointCount(0, each.length()));
    }
    assertTrue(lengths.contains(3) && lengths.contains(40), lengths.toString());
    assertTrue(texts.contains("\ud83e\udd80".repeat(40)), "as many characters beyond the BMP");
    for (int length : lengths) {
      assertTrue(length >= 3 && length <= 40, lengths.toString());
    }
  }

  @Test
  void emptyAndBlankTextsAreThereIfAllowed() {
    assertTrue(edges("text(40)", String.class, "").containsAll(List.of("", " ", "\\N", "\\.")));
    for (Object text : edges("text(40)", String.class, "notblank")) {
      assertFalse(((String) text).isBlank());
    }
  }

  @Test
  void everySpecialCharacterIsInSomeTextEvenOfAShortColumn() {
    String all = String.join("", edges("text(12)", String.class, "").toArray(String[]::new));
    for (String special : List.of("'", "\"", "\\", "\t", "\n", "\r", "\u0001", "\ud83e\udd80")) {
      assertTrue(all.contains(special), Texts.shown(special));
    }
    assertEquals(-1, all.indexOf('\0'));
  }

  @Test
  void noTwoTextsDifferByCaseAlone() {
    Set<String> folded = new HashSet<>();
    for (Object text : edges("text(30)", String.class, "")) {
      assertTrue(folded.add(text.toString().toLowerCase(java.util.Locale.ROOT)), text.toString());
    }
  }

  @Test
  void textsMatchPatternsFromShortestToLongest() {
    List<Object> texts = edges("text(9)", String.class, "pattern=[A-Z]{2,7}-?");
    Set<Integer> lengths = new HashSet<>();
    texts.forEach(text -> lengths.add(((String) text).length()));
    assertTrue(lengths.containsAll(List.of(2, 8)), texts.toString());
    for (Object text : texts) {
      assertTrue(((String) text).matches("[A-Z]{2,7}-?"), text.toString());
    }
  }

  @Test
  void arraysAndBytesAreEmptyAndFull() {
    List<Object> arrays = edges("array(int16)", short[].class, "maxlength=7");
    assertEquals(List.of(0, 7), arrays.stream().map(array -> ((List<?>) array).size()).toList());
    List<Object> none = edges("array(boolean)", boolean[].class, "minlength=4");
    assertEquals(4, ((List<?>) none.get(0)).size());
    assertEquals(0, ((byte[]) edges("bytes", byte[].class, "maxlength=20").get(0)).length);
    assertEquals(20, ((byte[]) edges("bytes", byte[].class, "maxlength=20").get(2)).length);
  }

  @Test
  void jsonIsEmptyAndFull() {
    List<Object> documents = edges("json", Tree.class, "");
    JavaType java = new JavaType(Tree.class);
    Tree least = (Tree) java.of(ValueType.parse("json"), documents.get(0), RECORDS);
    Tree most = (Tree) java.of(ValueType.parse("json"), documents.get(1), RECORDS);
    assertEquals(new Tree("", List.of(), Optional.empty(), Map.of()), least);
    assertEquals(TextEdges.HARD, most.name());
    assertTrue(most.at().isPresent());
    assertEquals(1, most.sizes().size());
  }

  @Test
  void longNumbersStayInsideWhenSqliteRoundsThem() {
    List<Object> numbers = edges("decimal(20,2)", BigDecimal.class, "max=99999999999999999.99");
    for (Object number : numbers) {
      assertTrue(((BigDecimal) number).doubleValue() < 1e17, number.toString());
    }
    assertTrue(
        ((BigInteger) edges("integer", BigInteger.class, "").get(1)).bitLength() > 100, "huge");
  }

  @Test
  void addressesAreAsLongAsTheColumn() {
    List<Object> texts = edges("text(60)", URI.class, "");
    assertTrue(texts.stream().anyMatch(text -> text.toString().length() == 60), texts.toString());
    texts.forEach(text -> URI.create(text.toString()));
  }

  @Test
  void whatIsNotUnderstoodHasNoEdges() {
    ValueException e =
        assertThrows(ValueException.class, () -> edges("int32", int.class, "opaque=a%3eb"));
    assertTrue(e.getMessage().contains("a>b"), e.getMessage());
  }
}
