package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of all types: no row is left out, none met twice, after a stop in the middle as well. */
class BackfillKeysTest {
  @TempDir Path temp;

  private void backfillsOnce(Engine engine, String columns, String options, String select)
      throws Exception {
    DataSource source = Databases.create(engine, temp);
    if (engine == Engine.POSTGRESQL) {
      Databases.run(source, "CREATE EXTENSION IF NOT EXISTS citext");
      Databases.run(source, "CREATE TYPE word AS ENUM ('z', 'b', 'a''\\')");
      Databases.run(source, "CREATE SCHEMA \"Odd schema\"");
      Databases.run(
          source,
          "CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level1', deterministic ="
              + " false)");
    }
    String table = engine == Engine.POSTGRESQL ? "\"Odd schema\".\"T\"" : "\"T\"";
    Databases.run(
        source, "CREATE TABLE " + table + " (n INTEGER NOT NULL, " + columns + ") " + options);
    Databases.run(
        source,
        "INSERT INTO "
            + table
            + " WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 100)"
            + " SELECT 0, "
            + select
            + " FROM s");
    List<String> counts = Databases.rows(source, "SELECT count(*) FROM " + table);
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), engine);
    String update = "UPDATE " + table + " SET n = n + 1;";
    folder.sealed(
        "20260101000001_one",
        "-- varve:transaction none\n-- varve:backfill batch=7 pause=0s\n" + update,
        "SELECT 1;");
    AtomicInteger batches = new AtomicInteger();
    Migrator migrator =
        Migrator.of(source)
            .directory(folder.db())
            .listener(
                new MigrationListener() {
                  @Override
                  public void backfilling(BackfillProgress progress) {
                    if (batches.incrementAndGet() % 3 == 0) {
                      throw new IllegalStateException("stop");
                    }
                  }
                });
    for (int i = 0; i < 3; i++) {
      assertEquals("stop", assertThrows(IllegalStateException.class, migrator::up).getMessage());
    }
    Migrator.of(source).directory(folder.db()).up();
    assertEquals(
        List.of("1|" + counts.get(0)),
        Databases.rows(source, "SELECT n, count(*) FROM " + table + " GROUP BY n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '@',
      value = {
        "id bigint PRIMARY KEY;i - 50",
        "id uuid PRIMARY KEY;gen_random_uuid()",
        "id text PRIMARY KEY;chr(1000 - i) || i || '''\\'",
        "id text COLLATE \"C\" PRIMARY KEY;chr(32 + i)",
        "id text COLLATE loose PRIMARY KEY;chr(64 + i % 26) || i",
        "id varchar(4) PRIMARY KEY;i::text",
        "id char(5) PRIMARY KEY;i::text",
        "id citext PRIMARY KEY;chr(64 + i % 50) || i",
        "id timestamptz PRIMARY KEY;now() - i * interval '1.000001 days'",
        "id timestamp PRIMARY KEY;localtimestamp - i * interval '50 years'",
        "id date PRIMARY KEY;current_date - i",
        "id interval PRIMARY KEY;i * interval '-1 month 3 days'",
        "id numeric PRIMARY KEY;(i - 50) / 7.0",
        "id float8 PRIMARY KEY;(i - 50) / 7.0::float8",
        "id real PRIMARY KEY;CASE i WHEN 1 THEN 'NaN' WHEN 2 THEN '-Infinity' ELSE i / 7.0::real END",
        "id bytea PRIMARY KEY;decode(md5(i::text), 'hex')",
        "id inet PRIMARY KEY;'10.0.0.0/8'::inet + i",
        "id int[] PRIMARY KEY;ARRAY[i % 5, i]",
        "id int4range PRIMARY KEY;int4range(i % 5, 100 + i)",
        "id jsonb PRIMARY KEY;to_jsonb(i::text)",
        "a boolean, b word, c int, PRIMARY KEY (a, b, c);i % 2 = 0, (enum_range(NULL::word))[1 + i % 3], i",
        "\"A b\" text, \"\"\"\" timestamptz, PRIMARY KEY (\"A b\", \"\"\"\");i % 3, now() + i * interval '1 ms'",
      })
  void onPostgresql(String columns, String select) throws Exception {
    backfillsOnce(Engine.POSTGRESQL, columns, "", select);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '@',
      value = {
        "id INTEGER PRIMARY KEY;@@;i - 50",
        "id INTEGER PRIMARY KEY AUTOINCREMENT;STRICT;i * 1000000007",
        "id TEXT NOT NULL PRIMARY KEY;@@;char(1000 - i) || i || ''''",
        "id TEXT NOT NULL PRIMARY KEY COLLATE NOCASE;@@;char(64 + i % 26) || char(97 + i / 26)",
        "id REAL NOT NULL PRIMARY KEY;STRICT;(i - 50) / 7.0",
        "id BLOB NOT NULL PRIMARY KEY;@@;randomblob(9)",
        "id NOT NULL PRIMARY KEY;@@;CASE i % 4 WHEN 0 THEN i WHEN 1 THEN i / 7.0 WHEN 2 THEN 'a' || i ELSE randomblob(5) END",
        "a TEXT, \"B c\" INTEGER, PRIMARY KEY (a, \"B c\");WITHOUT ROWID;i % 3, i",
        "a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b);STRICT;i % 9, 'x' || i",
      })
  void onSqlite(String columns, String options, String select) throws Exception {
    backfillsOnce(Engine.SQLITE, columns, options, select);
  }
}
