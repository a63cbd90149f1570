-- ---- ONLINE ----
-- up
DROP INDEX CONCURRENTLY IF EXISTS t_a_idx;
DROP INDEX CONCURRENTLY IF EXISTS t_indexed_idx;
ALTER TABLE t ALTER COLUMN plain DROP NOT NULL;

-- down

-- Rows without a value: the one that they had is lost.
UPDATE t SET plain = '' WHERE plain IS NULL;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'plain') THEN
    ALTER TABLE t ADD NOT NULL plain NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
UPDATE t SET plain = '' WHERE plain IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'plain');
END $$;
CREATE INDEX CONCURRENTLY t_indexed_idx ON t (indexed);
CREATE INDEX CONCURRENTLY t_a_idx ON t (a) WHERE maybe IS NULL;

-- ---- CONTRACT ----
-- up
-- varve:destructive t.plain
-- varve:destructive t.kept
-- varve:destructive t.maybe
-- varve:destructive t.indexed
-- varve:hazard DS103 t.plain: The column's values are lost.
-- varve:hazard DS103 t.kept: The column's values are lost.
-- varve:hazard DS103 t.maybe: The column's values are lost.
-- varve:hazard DS103 t.indexed: The column's values are lost.
ALTER TABLE t DROP COLUMN plain;
ALTER TABLE t DROP COLUMN kept;
ALTER TABLE t DROP COLUMN maybe;
ALTER TABLE t DROP COLUMN indexed;

-- down
ALTER TABLE t ADD COLUMN indexed text;
ALTER TABLE t ADD COLUMN maybe text;
ALTER TABLE t ADD COLUMN kept text DEFAULT 'k' NOT NULL;
ALTER TABLE t ADD COLUMN plain text;
