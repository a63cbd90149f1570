package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How PostgreSQL makes a value of one type of one of another, in {@linkplain PhysicalSchema
 * physical form}. The casts of <a
 * href="https://www.postgresql.org/docs/current/sql-createcast.html">CREATE CAST</a>, but none of
 * them depends on the session's time zone: moments are written and read in UTC.
 */
public final class PostgresCasts {
  /** What no Java identifier starts with. */
  private static final String MARK = ":";

  private final Identifiers names = Identifiers.of(Dialect.POSTGRESQL);
  private final PostgresTypes types = new PostgresTypes(names);

  /** Casts without any state. */
  public PostgresCasts() {}

  /** The type of a column as the server's function {@code format_type} spells it. */
  public static String typeName(Column column) {
    return PostgresTypeNames.canonical(writtenType(column));
  }

  /** The type of a column as people write it: {@code varchar(20)}. */
  public static String writtenType(Column column) {
    return new PostgresTypes(Identifiers.of(Dialect.POSTGRESQL)).of(column);
  }

  /**
   * The value of {@code to} from that of {@code from}.
   *
   * @param words other words for some of a text's or enum's
   */
  public String convert(Column from, Column to, Map<String, String> words) {
    String name = names.quoted(from.name());
    String target = target(to);
    ColumnType source = from.type();
    if (from.sqlType().containsKey(Dialect.POSTGRESQL)
        || to.sqlType().containsKey(Dialect.POSTGRESQL)) {
      return name + "::text" + target;
    }
    if (isWord(element(source)) && isWord(element(to.type()))) {
      boolean isText = element(to.type()) instanceof Text;
      boolean isAlike = source instanceof Array == to.type() instanceof Array;
      return words(name, source, words) + (isText && isAlike ? "" : target);
    }
    return source instanceof Simple simple
        ? simple(name, simple, to.type(), target)
        : name + target;
  }

  /**
   * Whether there is a way from one type to another without an expression that a person writes.
   *
   * @param known whether it is known that any database can try
   */
  public static boolean canConvert(Column from, Column to, boolean known) {
    ColumnType source = from.type();
    ColumnType target = to.type();
    return known
        || !from.sqlType().isEmpty()
        || !to.sqlType().isEmpty()
        || source instanceof Text
        || target instanceof Text
        || isDay(source) && isDay(target)
        || isDay(source) && target == Simple.TIME && source != Simple.DATE;
  }

  private static boolean isDay(ColumnType type) {
    return type == Simple.INSTANT || type == Simple.DATE_TIME || type == Simple.DATE;
  }

  /** Whether a conversion that is done a second time changes nothing. */
  public static boolean isRepeatable(Column from, Column to) {
    ColumnType source = from.type();
    return to.type() != Simple.BOOLEAN
        && source != Simple.INSTANT
        && !(isDay(source) && to.type() == Simple.INSTANT)
        && !(source == Simple.DATE_TIME && to.type() instanceof Text);
  }

  /**
   * The cast to a type. A cast to {@code varchar(9)} would cut what is longer; without it the
   * server refuses, as the column does.
   */
  private String target(Column to) {
    if (to.type() instanceof Text && to.sqlType().isEmpty()) {
      return "::text";
    }
    return to.type() instanceof Array array && array.element() instanceof Text
        ? "::text[]"
        : "::" + types.of(to);
  }

  /** Enum values go by way of their text, as one enum type has no cast to another. */
  private static String words(String name, ColumnType source, Map<String, String> words) {
    boolean isArray = source instanceof Array;
    boolean isEnum = element(source) instanceof NativeEnum;
    String text = isEnum ? name + (isArray ? "::text[]" : "::text") : name;
    if (words.isEmpty()) {
      return text;
    }
    return isArray ? replacedAll(text, words) : '(' + replaced(text, words) + ')';
  }

  /** A word, or another one for it. */
  static String replaced(String value, Map<String, String> words) {
    StringBuilder sql = new StringBuilder("CASE ").append(value);
    new TreeMap<>(words)
        .forEach(
            (from, to) ->
                sql.append(" WHEN ")
                    .append(Literals.text(from))
                    .append(" THEN ")
                    .append(Literals.text(to)));
    return sql.append(" ELSE ").append(value).append(" END").toString();
  }

  /**
   * An array of words, with others for some of them. Where words take each other's place they are
   * marked first: one that was replaced must not be replaced again.
   */
  static String replacedAll(String array, Map<String, String> words) {
    Map<String, String> marks = new LinkedHashMap<>();
    for (String word : words.values()) {
      if (words.containsKey(word)) {
        marks.put(word, MARK + word);
      }
    }
    Map<String, String> marked = new LinkedHashMap<>();
    words.forEach((from, to) -> marked.put(marks.getOrDefault(from, from), to));
    return replacedInTurn(replacedInTurn(array, marks), marked);
  }

  private static String replacedInTurn(String array, Map<String, String> words) {
    String sql = array;
    for (Map.Entry<String, String> word : new TreeMap<>(words).entrySet()) {
      sql =
          "array_replace("
              + sql
              + ", "
              + Literals.text(word.getKey())
              + ", "
              + Literals.text(word.getValue())
              + ')';
    }
    return sql;
  }

  private static String simple(String name, Simple from, ColumnType to, String target) {
    boolean toText = to instanceof Text;
    return switch (from) {
      case BOOLEAN -> toText || to == Simple.INT32 ? name + target : name + "::integer" + target;
      case INT16, INT64, FLOAT32, FLOAT64 ->
          to == Simple.BOOLEAN ? '(' + name + " <> 0)" : name + target;
      case INSTANT ->
          toText
              ? "to_char(" + name + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
              : '(' + name + " AT TIME ZONE 'UTC')" + target;
      case DATE_TIME ->
          to == Simple.INSTANT
              ? name + " AT TIME ZONE 'UTC'"
              : toText ? "to_char(" + name + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.US')" : name + target;
      case DATE -> to == Simple.INSTANT ? name + "::timestamp AT TIME ZONE 'UTC'" : name + target;
      case INT32, INTEGER, CHAR, UUID, TIME, DURATION, PERIOD, BYTES, INET, JSON -> name + target;
    };
  }

  private static boolean isWord(ColumnType type) {
    return type instanceof Text || type instanceof NativeEnum;
  }

  private static ColumnType element(ColumnType type) {
    return type instanceof Array array ? array.element() : type;
  }

  /** Whether the server changes the type by itself where it stores it: no USING is needed. */
  public static boolean isPlain(ColumnType from, ColumnType to) {
    return isNumber(from) && isNumber(to) || from instanceof Text && to instanceof Text;
  }

  private static boolean isNumber(ColumnType type) {
    return type instanceof Decimal
        || type == Simple.INT16
        || type == Simple.INT32
        || type == Simple.INT64
        || type == Simple.FLOAT32
        || type == Simple.FLOAT64;
  }
}
