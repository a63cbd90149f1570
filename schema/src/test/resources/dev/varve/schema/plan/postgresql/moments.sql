-- ---- ONLINE ----
-- up
-- varve:hazard PG331 t.at: Indexes on the column are built anew while nobody can read the table.
-- varve:hazard PG301 t.day: The table is rewritten, and nobody can read it meanwhile.
DO $$ BEGIN
  SET LOCAL TimeZone = 'UTC';
  ALTER TABLE t
    ALTER COLUMN at TYPE timestamptz,
    ALTER COLUMN day TYPE timestamp USING day::timestamp;
END $$;

-- down
-- varve:hazard PG301 t.day: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG331 t.at: Indexes on the column are built anew while nobody can read the table.
DO $$ BEGIN
  SET LOCAL TimeZone = 'UTC';
  ALTER TABLE t
    ALTER COLUMN day TYPE date USING day::date,
    ALTER COLUMN at TYPE timestamp;
END $$;
