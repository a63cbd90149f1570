package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import dev.varve.schema.sql.Identifiers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL over columns that stand in it by their identities, <code>{#12} &gt;= 0</code>.
 *
 * @param texts the text for each dialect that has one
 * @param family what the columns must be for it; {@link Family#OTHER}: anything
 */
record Template(Map<Dialect, String> texts, Family family) {
  private static final Pattern COLUMN = Pattern.compile("\\{#(\\d+)}");

  static Template of(String text, Family family) {
    Map<Dialect, String> all = new EnumMap<>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      all.put(dialect, text);
    }
    return new Template(all, family);
  }

  static Template of(String postgresql, String sqlite, Family family) {
    return new Template(Map.of(Dialect.POSTGRESQL, postgresql, Dialect.SQLITE, sqlite), family);
  }

  /** The same for one dialect only. */
  Template only(Dialect dialect) {
    return new Template(Map.of(dialect, texts.get(dialect)), family);
  }

  Set<Integer> columns() {
    Set<Integer> columns = new TreeSet<>();
    for (String text : texts.values()) {
      Matcher matcher = COLUMN.matcher(text);
      while (matcher.find()) {
        columns.add(Integer.parseInt(matcher.group(1)));
      }
    }
    return columns;
  }

  /** With the names that the columns have in {@code table}. */
  Sql sql(TableSketch table) {
    Map<Dialect, String> named = new EnumMap<>(Dialect.class);
    texts.forEach((dialect, text) -> named.put(dialect, filled(text, id -> name(table, id))));
    return new Sql(named);
  }

  /** One dialect's text with names, or whatever else {@code name} puts for columns. */
  String text(Dialect dialect, IntFunction<String> name) {
    return filled(texts.get(dialect), name);
  }

  /** As a person has to write a name that must do in both dialects. */
  private static String name(TableSketch table, int id) {
    String name = table.column(id).name;
    String quoted = Identifiers.of(Dialect.SQLITE).quoted(name);
    return quoted.equals(name) ? Identifiers.of(Dialect.POSTGRESQL).quoted(name) : quoted;
  }

  private static String filled(String text, IntFunction<String> name) {
    return COLUMN
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(name.apply(Integer.parseInt(match.group(1)))));
  }
}
