package dev.varve.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Dialect;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import dev.varve.schema.sql.SchemaScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody changes by hand is one line of difference. */
class SqliteDifferencesTest {
  private Connection connection;

  @BeforeEach
  void apply() throws SQLException {
    connection = Databases.sqlite();
    Databases.run(connection, SchemaScript.create(RichSchema.get(), Dialect.SQLITE));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DROP TABLE everything | table everything is missing",
        "CREATE TABLE extra (id INTEGER) STRICT | table extra isn't expected",
        "ALTER TABLE customers ADD fax TEXT"
            + " | column fax of table customers isn't expected: found nullable TEXT",
        "ALTER TABLE customers ADD fax INT NOT NULL DEFAULT +7"
            + " | column fax of table customers isn't expected: found \"INT\" not null default + 7",
        "ALTER TABLE customers ADD \"fa,x\" TEXT AS (lower(phone))"
            + " | column fa,x of table customers isn't expected: found nullable TEXT computed as"
            + " lower ( phone )",
        "ALTER TABLE everything DROP COLUMN float32"
            + " | column float32 of table everything is missing: expected nullable REAL",
        "ALTER TABLE customers ADD rep INTEGER REFERENCES employees ON DELETE CASCADE"
            + " | column rep of table customers isn't expected: found nullable INTEGER;"
            + " foreign key (rep) references employees (id) on delete cascade of table customers"
            + " isn't expected",
        "ALTER TABLE customers ADD rep INTEGER CHECK (rep > 0)"
            + " | column rep of table customers isn't expected: found nullable INTEGER;"
            + " check (rep > 0) of table customers isn't expected",
        "ALTER TABLE tags RENAME COLUMN name TO word"
            + " | foreign key (tag_name) references tags (name) on delete cascade of table"
            + " order_tags is missing; foreign key (tag_name) references tags (word) on delete"
            + " cascade of table order_tags isn't expected; column name of table tags is missing:"
            + " expected TEXT not null; column word of table tags isn't expected: found TEXT not"
            + " null; primary key of table tags differs: expected (name), found (word); check"
            + " (length ( name ) <= 40) of table tags is missing; check (length ( word ) <= 40)"
            + " of table tags isn't expected",
        "DROP INDEX customers_email_key"
            + " | index customers_email_key of table customers is missing: expected unique (email)",
        "CREATE INDEX more ON tags (name DESC)"
            + " | index more of table tags isn't expected: found (name desc)",
        "DROP INDEX customers_lower_idx; CREATE UNIQUE INDEX customers_lower_idx ON customers"
            + " (upper(email)) WHERE phone IS NOT NULL"
            + " | index customers_lower_idx of table customers differs: expected unique (lower ("
            + " email )) where phone is not null, found unique (upper ( email )) where phone is"
            + " not null",
      })
  void finds(String change, String expected) throws SQLException {
    Databases.run(connection, change);
    assertEquals(expected, String.join("; ", differences()));
  }

  /** As somebody would who knows how SQLite keeps its schema, or another tool that rebuilds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tags | length(name) <= 40 | length(name) <= 41"
            + " | check (length ( name ) <= 40) of table tags is missing; check (length ( name )"
            + " <= 41) of table tags isn't expected",
        "tags | PRIMARY KEY (name) | UNIQUE (name)"
            + " | primary key of table tags differs: expected (name), found none; unique key (name)"
            + " of table tags isn't expected",
        "customers | AUTOINCREMENT | "
            + " | column id of table customers differs: expected INTEGER not null identity, found"
            + " INTEGER not null",
        "customers | DEFAULT 'FREE' | DEFAULT 'free'"
            + " | column tier of table customers differs: expected TEXT not null default 'FREE',"
            + " found TEXT not null default 'free'",
        "customers | TEXT DEFAULT 'FREE' NOT NULL | TEXT DEFAULT 'FREE'"
            + " | column tier of table customers differs: expected TEXT not null default 'FREE',"
            + " found nullable TEXT default 'FREE'",
        "customers | ON DELETE SET NULL | "
            + " | foreign key (support_rep_id) references employees (id) of table customers isn't"
            + " expected; foreign key (support_rep_id) references employees (id) on delete set"
            + " null of table customers is missing",
        "order_lines | STORED | VIRTUAL"
            + " | column total of table order_lines differs: expected TEXT not null stored as case"
            + " when ( quantity * cast ( unit_price as real ) ) is not null then printf ( '%.2f' ,"
            + " quantity * cast ( unit_price as real ) ) end, found TEXT not null computed as case"
            + " when ( quantity * cast ( unit_price as real ) ) is not null then printf ( '%.2f' ,"
            + " quantity * cast ( unit_price as real ) ) end",
        "everything | ANY, | TEXT COLLATE NOCASE,"
            + " | column kind of table everything differs: expected nullable \"ANY\", found"
            + " nullable \"TEXT COLLATE NOCASE\"",
        "order | DEFERRABLE INITIALLY DEFERRED | "
            + " | foreign key (customer_id) references customers (id) on delete cascade on update"
            + " cascade deferrable of table order is missing; foreign key (customer_id) references"
            + " customers (id) on delete cascade on update cascade of table order isn't expected"
      })
  void findsInTheStatement(String table, String from, String to, String expected)
      throws SQLException {
    rewrite(table, from, to == null ? "" : to);
    List<String> lines = new ArrayList<>(differences());
    List<String> wanted = new ArrayList<>(List.of(expected.split("; ")));
    lines.sort(null);
    wanted.sort(null);
    assertEquals(wanted, lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE tags RENAME TO t2; ALTER TABLE t2 RENAME TO tags",
        "ALTER TABLE tags RENAME TO \"order by\"; ALTER TABLE \"order by\" RENAME TO tags",
        "ALTER TABLE customers RENAME phone TO \"a\"\"b\"; ALTER TABLE customers RENAME \"a\"\"b\""
            + " TO phone",
        "ALTER TABLE order_lines RENAME unit_price TO [x y]; ALTER TABLE order_lines RENAME [x y]"
            + " TO unit_price",
        "ALTER TABLE everything DROP COLUMN float32; ALTER TABLE everything ADD float32 REAL",
        "VACUUM",
      })
  void findsNothingAfter(String changes) throws SQLException {
    Databases.run(connection, changes);
    assertEquals(List.of(), differences());
  }

  @Test
  void leavesOutWhatTheEngineAndTheApplierKeep() throws SQLException {
    Catalog before = CatalogReader.of(connection).read();
    Databases.run(
        connection,
        "CREATE VIRTUAL TABLE r USING rtree(id, a, b);"
            + " CREATE TABLE _varve_migrations (version TEXT PRIMARY KEY);"
            + " CREATE TABLE _varve_backfills (version TEXT PRIMARY KEY);"
            + " ANALYZE");
    Catalog after = CatalogReader.of(connection).read();
    assertEquals(before.schema(), after.schema());
    assertEquals(1, after.unmodelled().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CREATE VIEW v AS SELECT 1 AS one | v: it's a view",
        "CREATE TRIGGER t AFTER INSERT ON tags BEGIN SELECT 1; END"
            + " | tags.t: the table has a trigger",
        "CREATE TABLE loose (id INTEGER)"
            + " | loose: the table isn't STRICT, its columns take values of any type",
        "CREATE TABLE w (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID"
            + " | w: the table is WITHOUT ROWID",
        "CREATE TABLE c (id TEXT PRIMARY KEY ON CONFLICT IGNORE) STRICT"
            + " | c.id: the constraint has the clause ON CONFLICT IGNORE",
        "CREATE TABLE d (id INTEGER PRIMARY KEY DESC) STRICT"
            + " | d.id: the primary key is DESC, so the column isn't the row's number",
        "CREATE TABLE f (id INTEGER CONSTRAINT k REFERENCES f DEFERRABLE) STRICT"
            + " | f.k: the foreign key is DEFERRABLE, but INITIALLY IMMEDIATE",
        "CREATE VIRTUAL TABLE r USING rtree(id, a, b)" + " | r: it's a virtual table"
      })
  void notes(String change, String expected) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
    Catalog catalog = CatalogReader.of(connection).read();
    List<String> lines = new ArrayList<>();
    for (Unmodelled unmodelled : catalog.unmodelled()) {
      lines.add(unmodelled.toString());
    }
    assertEquals(expected, String.join("; ", lines));
  }

  private void rewrite(String table, String from, String to) throws SQLException {
    Databases.run(connection, "PRAGMA writable_schema = ON");
    try (Statement statement = connection.createStatement()) {
      int rows =
          statement.executeUpdate(
              "UPDATE sqlite_master SET sql = replace(sql, '"
                  + from.replace("'", "''")
                  + "', '"
                  + to.replace("'", "''")
                  + "') WHERE type = 'table' AND name = '"
                  + table
                  + "'");
      assertEquals(1, rows);
    }
    Databases.run(connection, "PRAGMA writable_schema = RESET");
  }

  private List<String> differences() throws SQLException {
    CatalogReader reader = CatalogReader.of(connection);
    Schema model = RichSchema.get();
    return CatalogDifference.between(
        reader.expected(model), reader.read().schema(), reader.dialect());
  }
}
