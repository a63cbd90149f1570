package dev.varve.seed.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a script says its rows. */
public enum ScriptFormat {
  /** INSERT of many rows, for psql and for JDBC. */
  POSTGRESQL(
      SqlLiterals.POSTGRESQL,
      false,
      """
      BEGIN;
      SET LOCAL standard_conforming_strings = on;
      SET LOCAL client_encoding = 'UTF8';
      """),
  /** COPY with its rows after it, for psql alone. */
  POSTGRESQL_COPY(
      SqlLiterals.POSTGRESQL,
      true,
      """
      \\set ON_ERROR_STOP on
      BEGIN;
      SET LOCAL standard_conforming_strings = on;
      SET LOCAL client_encoding = 'UTF8';
      """),
  /** INSERT of many rows, for sqlite3 and for JDBC. */
  SQLITE(
      SqlLiterals.SQLITE,
      false,
      """
      PRAGMA foreign_keys = ON;
      BEGIN;
      """);

  final SqlLiterals literals;
  final boolean isCopy;
  final String begin;
  final String end = "COMMIT;\n";

  /** What stands between two rows of a statement. */
  final String between;

  /** What ends a statement. */
  final String close;

  ScriptFormat(SqlLiterals literals, boolean isCopy, String begin) {
    this.literals = literals;
    this.isCopy = isCopy;
    this.begin = begin;
    between = isCopy ? "" : ",\n";
    close = isCopy ? "\\.\n" : ";\n";
  }

  /** What begins an upsert. */
  String open(Conflict conflict) {
    return conflict.insert(this == SQLITE) + " VALUES\n";
  }

  /** What begins a statement. */
  String open(LoadTable table) {
    String columns = " (" + table.names() + ')';
    return switch (this) {
      case POSTGRESQL ->
          "INSERT INTO " + table.name().postgres() + columns + " OVERRIDING SYSTEM VALUE VALUES\n";
      case POSTGRESQL_COPY -> "COPY " + table.name().postgres() + columns + " FROM stdin;\n";
      case SQLITE -> "INSERT INTO " + table.name().sqlite() + columns + " VALUES\n";
    };
  }

  void row(List<LoadColumn> columns, @Nullable Object[] cells, StringBuilder text) {
    if (isCopy) {
      CopyText.row(columns, cells, text);
    } else {
      literals.row(columns, cells, text);
    }
  }

  /** Makes the table's counter go past {@code last}. AUTOINCREMENT does that by itself. */
  String moved(TableName table, String column, long last) {
    return this == SQLITE
        ? ""
        : "SELECT setval(s, "
            + last
            + ") FROM (SELECT "
            + PostgresIds.sequence(table, column)
            + "::regclass AS s) x WHERE coalesce(pg_sequence_last_value(s), 0) < "
            + last
            + ";\n";
  }
}
