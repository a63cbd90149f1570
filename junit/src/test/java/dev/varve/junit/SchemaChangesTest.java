package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.format.Engine;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that change more of a database than rows. */
class SchemaChangesTest {
  /** None of these can be executed twice. */
  private static final String[] CHANGES = {
    "ALTER TABLE countries ADD COLUMN flag text",
    "ALTER TABLE countries RENAME TO lands",
    "DROP TABLE members CASCADE",
    "CREATE SCHEMA other",
    "CREATE DOMAIN flag AS text",
    "CREATE TYPE colour AS ENUM ('red')",
    "CREATE POLICY nobody ON customers USING (false)",
    "CREATE RULE nothing AS ON INSERT TO countries DO INSTEAD NOTHING",
    "CREATE PUBLICATION news",
    "CREATE COLLATION words (provider = icu, locale = 'de')",
    "CREATE OPERATOR === (leftarg = int, rightarg = int, function = int4eq)",
    "CREATE MATERIALIZED VIEW names AS SELECT name FROM countries",
    "SELECT lo_create(42)",
    once("relrowsecurity", "customers", "ALTER TABLE customers ENABLE ROW LEVEL SECURITY"),
    once("relacl IS NOT NULL", "customers", "GRANT SELECT ON customers TO public"),
    once("reloptions IS NOT NULL", "customers", "ALTER TABLE customers SET (fillfactor = 50)"),
    "DO $$ BEGIN IF (SELECT seqincrement FROM pg_sequence WHERE seqrelid ="
        + " 'customers_id_seq'::regclass) <> 1 THEN RAISE 'again'; END IF; ALTER SEQUENCE"
        + " customers_id_seq INCREMENT BY 10; END $$"
  };

  private static String once(String condition, String table, String change) {
    return "DO $$ BEGIN IF EXISTS (SELECT FROM pg_class WHERE relname = '"
        + table
        + "' AND "
        + condition
        + ") THEN RAISE 'again'; END IF; "
        + change
        + "; END $$";
  }

  static Stream<String> twice() {
    return Stream.of(CHANGES).flatMap(change -> Stream.of(change, change));
  }

  @VarveTest(database = Engine.POSTGRESQL)
  static class Sample {
    @ParameterizedTest
    @MethodSource("dev.varve.junit.SchemaChangesTest#twice")
    void changes(String change, DataSource database) throws SQLException {
      Rows.execute(database, change);
    }
  }

  @Test
  void areGoneInTheNextTest() {
    assertEquals(2 * CHANGES.length, Launch.passed(Launch.of(Sample.class)));
  }
}
