package dev.varve.catalog;

import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the rows of {@link PostgresQueries#indexes}. */
final class PostgresIndexes {
  /** The greatest comes first; then nulls do, unless the index says otherwise. */
  private static final int DESCENDING = 1;

  private static final int NULLS_FIRST = 2;

  private PostgresIndexes() {}

  static void read(PostgresTable table, ResultSet row) throws SQLException {
    String name = row.getString(2);
    int keys = row.getInt(6);
    int[] options = options(row.getString(7));
    String peculiarity = peculiarity(row, options);
    if (!peculiarity.isEmpty()) {
      table.note(name, peculiarity);
      return;
    }
    String[] columns = PostgresCatalog.texts(row, 8);
    String[] expressions = PostgresCatalog.texts(row, 9);
    List<Part> parts = new ArrayList<>(keys);
    for (int i = 0; i < keys; i++) {
      boolean descending = (options[i] & DESCENDING) != 0;
      parts.add(
          expressions[i] == null
              ? new ColumnPart(columns[i], descending)
              : new ExpressionPart(Sql.only(Dialect.POSTGRESQL, expressions[i]), descending));
    }
    List<String> include = Arrays.asList(columns).subList(keys, columns.length);
    String method = row.getString(3).equals("btree") ? "" : row.getString(3);
    String where = PostgresCatalog.text(row, 10);
    Sql condition = where.isEmpty() ? Sql.NONE : Sql.only(Dialect.POSTGRESQL, where);
    table.indexes.add(new Index(name, parts, row.getBoolean(4), method, include, condition));
  }

  private static int[] options(String text) {
    String[] words = text.split(" ");
    int[] options = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      options[i] = Integer.parseInt(words[i]);
    }
    return options;
  }

  /** Why the model can't hold an index; empty: it can. */
  private static String peculiarity(ResultSet row, int[] options) throws SQLException {
    if (!row.getBoolean(5)) {
      return "the index isn't valid: its making was interrupted or failed";
    }
    if (row.getBoolean(11)) {
      return "the index is NULLS NOT DISTINCT";
    }
    if (row.getBoolean(12)) {
      return "the index has an operator class of its own";
    }
    if (row.getBoolean(13)) {
      return "the index has a collation of its own";
    }
    if (row.getString(14) != null) {
      return "the index has the storage parameters " + row.getString(14);
    }
    for (int option : options) {
      if (option == DESCENDING || option == NULLS_FIRST) {
        return option == DESCENDING
            ? "the index is sorted DESC NULLS LAST"
            : "the index is sorted NULLS FIRST";
      }
    }
    return "";
  }
}
