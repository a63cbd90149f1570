package dev.varve.junit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to read and to insert the rows of a PostgreSQL table.
 *
 * @param name the quoted name, with its schema
 * @param insert the beginning of a statement that inserts rows
 * @param query gives each row as SQL, in parentheses
 * @param parents the names of the tables that its foreign keys refer to
 */
record KeptTable(String name, String insert, String query, List<String> parents) {
  private static final Pattern CREATED =
      Pattern.compile("^CREATE TABLE IF NOT EXISTS (\\S+)", Pattern.MULTILINE);

  /** Generated columns can't be inserted; identities that are always generated can, if told. */
  private static final String TABLES =
      """
      SELECT format('%I.%I', n.nspname, c.relname),
        string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
        string_agg(format('quote_nullable(%I::text)', a.attname), ' || '', '' || '
          ORDER BY a.attnum),
        bool_or(a.attidentity = 'a'),
        ARRAY(SELECT format('%I.%I', pn.nspname, p.relname) FROM pg_constraint f
          JOIN pg_class p ON p.oid = f.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
          WHERE f.contype = 'f' AND f.conrelid = c.oid)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attgenerated = ''
      WHERE
      """
          + Sweep.OURS
          + " GROUP BY c.oid, n.nspname, c.relname ORDER BY 1";

  /** Takes a copy of the list. */
  KeptTable {
    parents = List.copyOf(parents);
  }

  /** All tables that belong neither to the server nor to an extension, by name. */
  static List<KeptTable> of(Connection connection) throws SQLException {
    List<KeptTable> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        String name = rows.getString(1);
        String overriding = rows.getBoolean(4) ? " OVERRIDING SYSTEM VALUE" : "";
        tables.add(
            new KeptTable(
                name,
                "INSERT INTO " + name + " (" + rows.getString(2) + ')' + overriding + " VALUES",
                "SELECT '(' || " + rows.getString(3) + " || ')' FROM " + name,
                List.of((String[]) rows.getArray(5).getArray())));
      }
    }
    return tables;
  }

  /** Whether {@code schema.sql} makes it. */
  boolean isIn(String schema) {
    Matcher created = CREATED.matcher(schema);
    while (created.find()) {
      if (plain(created.group(1)).equals(plain(name))) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String table) {
    String unquoted = table.replace("\"", "");
    return unquoted.startsWith("public.") ? unquoted.substring("public.".length()) : unquoted;
  }

  /** Whether its rows can refer to rows of another table. */
  boolean waitsFor(KeptTable other) {
    return !other.name.equals(name) && parents.contains(other.name);
  }

  /** Whether its rows can refer to each other. */
  boolean isItsOwnParent() {
    return parents.contains(name);
  }
}
