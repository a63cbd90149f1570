package dev.varve.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.schema.Dialect;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import dev.varve.schema.sql.SchemaScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody changes by hand is one line of difference. */
class PostgresDifferencesTest {
  private Connection connection;

  @BeforeEach
  void apply() throws SQLException {
    connection = Databases.postgres();
    connection.setAutoCommit(false);
    Databases.run(connection, SchemaScript.create(RichSchema.get(), Dialect.POSTGRESQL));
  }

  @AfterEach
  void rollBack() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DROP TABLE everything | table everything is missing",
        "CREATE TABLE extra (id int) | table extra isn't expected",
        "ALTER TABLE customers ADD fax text"
            + " | column fax of table customers isn't expected: found nullable text",
        "ALTER TABLE customers DROP phone CASCADE"
            + " | column phone of table customers is missing: expected nullable text;"
            + " index customers_lower_idx of table customers is missing: expected"
            + " unique (lower((email)::text)) where (phone IS NOT NULL)",
        "ALTER TABLE customers ALTER email TYPE varchar(321)"
            + " | column email of table customers differs: expected varchar(320) not null, found"
            + " varchar(321) not null",
        "ALTER TABLE everything ALTER kind TYPE varchar(8) COLLATE \"C\""
            + " | column kind of table everything differs: expected nullable varchar(7), found"
            + " nullable \"character varying(8) COLLATE \"C\"\"",
        "ALTER TABLE customers ALTER phone SET NOT NULL"
            + " | column phone of table customers differs: expected nullable text, found text not null",
        "ALTER TABLE customers ALTER tier SET DEFAULT 'PRO'"
            + " | column tier of table customers differs: expected text not null default"
            + " 'FREE', found text not null default 'PRO'",
        "ALTER TABLE customers ALTER id DROP IDENTITY"
            + " | column id of table customers differs: expected bigint not null identity, found"
            + " bigint not null",
        "ALTER TABLE everything ALTER half DROP EXPRESSION"
            + " | column half of table everything differs: expected smallint not null stored as"
            + " (int16 / 2), found smallint not null",
        "ALTER TABLE everything ALTER half SET EXPRESSION AS (int16 / 3)"
            + " | column half of table everything differs: expected smallint not null stored as"
            + " (int16 / 2), found smallint not null stored as (int16 / 3)",
        "ALTER TABLE customers RENAME CONSTRAINT customers_email_key TO other"
            + " | unique key customers_email_key of table customers is missing: expected (email);"
            + " unique key other of table customers isn't expected: found (email)",
        "ALTER TABLE customers DROP CONSTRAINT customers_email_key"
            + " | unique key customers_email_key of table customers is missing: expected (email)",
        "ALTER TABLE order_tags DROP CONSTRAINT order_tags_pkey"
            + " | primary key of table order_tags differs: expected order_tags_pkey (order_id,"
            + " tag_name), found none",
        "ALTER TABLE customers DROP CONSTRAINT customers_tier_check"
            + " | check customers_tier_check of table customers is missing: expected ((tier = ANY"
            + " (ARRAY['FREE', 'PRO'])))",
        "ALTER TABLE customers ADD CONSTRAINT more CHECK (id > 0)"
            + " | check more of table customers isn't expected: found ((id > 0))",
        "ALTER TABLE employees DROP CONSTRAINT employees_boss_id_fkey"
            + " | foreign key employees_boss_id_fkey of table employees is missing: expected"
            + " (boss_id) references employees (id) on delete restrict",
        "ALTER TABLE \"order\" ALTER CONSTRAINT order_customer_id_fkey NOT DEFERRABLE"
            + " | foreign key order_customer_id_fkey of table order differs: expected"
            + " (customer_id) references customers (id) on delete cascade on update cascade"
            + " deferrable, found (customer_id) references customers (id) on delete cascade"
            + " on update cascade",
        "DROP INDEX customers_support_rep_id_idx"
            + " | index customers_support_rep_id_idx of table customers is missing: expected"
            + " (support_rep_id)",
        "CREATE INDEX more ON tags USING hash (name)"
            + " | index more of table tags isn't expected: found (name) using hash",
        "DROP INDEX order_placed_on_idx; CREATE UNIQUE INDEX order_placed_on_idx ON \"order\""
            + " (placed_on) INCLUDE (\"Note\") WHERE NOT open"
            + " | index order_placed_on_idx of table order differs: expected unique (placed_on)"
            + " include (Note) where open, found unique (placed_on) include (Note)"
            + " where (NOT open)",
        "ALTER TYPE billing.mood ADD VALUE 'NEW'"
            + " | enum type billing.mood differs: expected (\"FINE\", \"it's \\\"odd\\\"\") comment"
            + " \"How it went.\", found (\"FINE\", \"it's \\\"odd\\\"\", \"NEW\") comment \"How it"
            + " went.\"",
        "CREATE TYPE billing.more AS ENUM ('A')"
            + " | enum type billing.more isn't expected: found (\"A\")",
        "COMMENT ON TABLE customers IS NULL"
            + " | comment of table customers differs: expected \"Somebody who can buy; it's"
            + " \\\"them\\\".\", found none",
        "COMMENT ON COLUMN customers.phone IS 'it''s'"
            + " | comment on column phone of table customers isn't expected: found \"it's\""
      })
  void finds(String change, String expected) throws SQLException {
    assumeTrue(Databases.has(connection, change), "PostgreSQL of this version has no such thing");
    Databases.run(connection, change);
    CatalogReader reader = CatalogReader.of(connection);
    Schema model = RichSchema.get();
    List<String> lines =
        CatalogDifference.between(
            reader.expected(model), reader.readFor(model).schema(), reader.dialect());
    assertEquals(expected, String.join("; ", lines));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CREATE VIEW v AS SELECT 1 | v: it's a view",
        "CREATE MATERIALIZED VIEW v AS SELECT 1 | v: it's a materialized view",
        "CREATE SEQUENCE s | s: it's a sequence of its own",
        "CREATE DOMAIN d AS text | d: it's a domain",
        "CREATE TYPE billing.pair AS (a int) | billing.pair: it's a composite type",
        "CREATE TABLE p (id int) PARTITION BY LIST (id) | p: it's a partitioned table",
        "CREATE TABLE p (id int) PARTITION BY LIST (id);"
            + " CREATE TABLE q PARTITION OF p FOR VALUES IN (1)"
            + " | p: it's a partitioned table; q: it's a partition",
        "CREATE TABLE c () INHERITS (tags) | c: the table inherits from another",
        "CREATE UNLOGGED TABLE u () | u: the table is UNLOGGED, a crash empties it",
        "ALTER TABLE tags SET (fillfactor = 70)"
            + " | tags: the table has the storage parameters {fillfactor=70}",
        "ALTER TABLE tags ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON tags"
            + " | tags: the table has row level security; tags.p: the table has a policy",
        "CREATE RULE r AS ON INSERT TO tags DO NOTHING | tags.r: the table has a rule",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
            + " CREATE TRIGGER t BEFORE INSERT ON tags EXECUTE FUNCTION f()"
            + " | tags.t: the table has a trigger",
        "ALTER TABLE tags ADD CONSTRAINT x EXCLUDE (name WITH =)"
            + " | tags.x: it's an exclusion constraint",
        "ALTER TABLE tags ADD CONSTRAINT x UNIQUE NULLS NOT DISTINCT (name)"
            + " | tags.x: the key is NULLS NOT DISTINCT",
        "ALTER TABLE order_tags ADD CONSTRAINT x UNIQUE (order_id) INCLUDE (tag_name)"
            + " | order_tags.x: the key's index includes other columns",
        "ALTER TABLE tags ADD CONSTRAINT x UNIQUE (name) DEFERRABLE INITIALLY DEFERRED"
            + " | tags.x: the constraint is DEFERRABLE",
        "ALTER TABLE tags ADD CONSTRAINT x CHECK (name <> '') NOT VALID"
            + " | tags.x: the constraint is NOT VALID: rows that are older may violate it",
        "ALTER TABLE tags ADD CONSTRAINT x CHECK (name <> '') NOT ENFORCED"
            + " | tags.x: the constraint is NOT ENFORCED",
        "ALTER TABLE tags ADD CONSTRAINT x CHECK (name <> '') NO INHERIT"
            + " | tags.x: the constraint has the clause NO INHERIT",
        "ALTER TABLE customers ADD CONSTRAINT x NOT NULL phone NOT VALID"
            + " | customers.x: the NOT NULL is NOT VALID: rows that are older may have null",
        "ALTER TABLE employees ADD CONSTRAINT x FOREIGN KEY (boss_id) REFERENCES employees"
            + " MATCH FULL | employees.x: the foreign key is MATCH FULL",
        "ALTER TABLE employees ADD CONSTRAINT x FOREIGN KEY (boss_id) REFERENCES employees"
            + " DEFERRABLE | employees.x: the constraint is DEFERRABLE, but INITIALLY IMMEDIATE",
        "ALTER TABLE employees ADD CONSTRAINT x FOREIGN KEY (boss_id) REFERENCES employees"
            + " ON DELETE SET NULL (boss_id)"
            + " | employees.x: the foreign key sets only some of its columns",
        "CREATE INDEX x ON tags (name text_pattern_ops)"
            + " | tags.x: the index has an operator class of its own",
        "CREATE INDEX x ON tags (name COLLATE \"C\")"
            + " | tags.x: the index has a collation of its own",
        "CREATE INDEX x ON tags (lower(name) COLLATE \"C\")"
            + " | tags.x: the index has a collation of its own",
        "CREATE INDEX x ON tags (name NULLS FIRST) | tags.x: the index is sorted NULLS FIRST",
        "CREATE INDEX x ON tags (name DESC NULLS LAST)"
            + " | tags.x: the index is sorted DESC NULLS LAST",
        "CREATE UNIQUE INDEX x ON tags (name) NULLS NOT DISTINCT"
            + " | tags.x: the index is NULLS NOT DISTINCT",
        "CREATE INDEX x ON tags (name) WITH (fillfactor = 70)"
            + " | tags.x: the index has the storage parameters {fillfactor=70}",
        "UPDATE pg_index SET indisvalid = false"
            + " WHERE indexrelid = 'customers_lower_idx'::regclass"
            + " | customers.customers_lower_idx: the index isn't valid: its making was"
            + " interrupted or failed",
        "ALTER TABLE customers ALTER id SET GENERATED ALWAYS"
            + " | customers.id: the column is GENERATED ALWAYS AS IDENTITY, an INSERT can't"
            + " name it"
      })
  void notes(String change, String expected) throws SQLException {
    assumeTrue(Databases.has(connection, change), "PostgreSQL of this version has no such thing");
    Databases.run(connection, change);
    Catalog catalog = CatalogReader.of(connection).readFor(RichSchema.get());
    List<String> lines = new ArrayList<>();
    for (Unmodelled unmodelled : catalog.unmodelled()) {
      lines.add(unmodelled.toString());
    }
    String text = String.join("; ", lines);
    assertEquals(expected, text);
  }
}
