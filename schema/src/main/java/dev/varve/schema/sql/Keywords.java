package dev.varve.schema.sql;

import java.util.HashSet;
import java.util.Set;

/** The words that can't be names without quotes. */
final class Keywords {
  /**
   * PostgreSQL 18's key words of the categories "reserved" and "reserved (can be function or
   * type)", from {@code pg_get_keywords()}. The others may be names of tables and columns (<a
   * href="https://www.postgresql.org/docs/18/sql-keywords-appendix.html">SQL Key Words</a>).
   */
  static final Set<String> POSTGRESQL =
      words(
          """
          all analyse analyze and any array as asc asymmetric authorization binary both case cast
          check collate collation column concurrently constraint create cross current_catalog
          current_date current_role current_schema current_time current_timestamp current_user
          default deferrable desc distinct do else end except false fetch for foreign freeze from
          full grant group having ilike in initially inner intersect into is isnull join lateral
          leading left like limit localtime localtimestamp natural not notnull null offset on only
          or order outer overlaps placing primary references returning right select session_user
          similar some symmetric system_user table tablesample then to trailing true union unique
          user using variadic verbose when where window with
          """);

  /**
   * All of SQLite's key words. It lets some of them be names, but the list of these grows, and its
   * manual advises to quote all (<a href="https://www.sqlite.org/lang_keywords.html">SQLite
   * Keywords</a>).
   */
  static final Set<String> SQLITE =
      words(
          """
          abort action add after all alter always analyze and as asc attach autoincrement before
          begin between by cascade case cast check collate column commit conflict constraint create
          cross current current_date current_time current_timestamp database default deferrable
          deferred delete desc detach distinct do drop each else end escape except exclude exclusive
          exists explain fail filter first following for foreign from full generated glob group
          groups having if ignore immediate in index indexed initially inner insert instead
          intersect into is isnull join key last left like limit match materialized natural no not
          nothing notnull null nulls of offset on or order others outer over partition plan pragma
          preceding primary query raise range recursive references regexp reindex release rename
          replace restrict returning right rollback row rows savepoint select set table temp
          temporary then ties to transaction trigger unbounded union unique update using vacuum
          values view virtual when where window with within without
          """);

  private Keywords() {}

  private static Set<String> words(String list) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == ' ' || c == '\n') {
        words.add(list.substring(start, i));
        start = i + 1;
      }
    }
    return words;
  }
}
