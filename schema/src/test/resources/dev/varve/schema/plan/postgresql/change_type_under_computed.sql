-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.twice: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_twice_key;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_twice_check,
  DROP COLUMN IF EXISTS twice,
  ALTER COLUMN n TYPE bigint,
  ADD COLUMN twice bigint GENERATED ALWAYS AS (n * 2) STORED,
  ADD CONSTRAINT t_twice_check CHECK (twice > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_twice_check;
CREATE UNIQUE INDEX CONCURRENTLY t_twice_key ON t (twice);
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_twice_key') THEN
    ALTER TABLE t ADD CONSTRAINT t_twice_key UNIQUE USING INDEX t_twice_key;
  END IF;
END $$;

-- down
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.twice: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_twice_key;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_twice_check,
  DROP COLUMN IF EXISTS twice,
  ALTER COLUMN n TYPE integer,
  ADD COLUMN twice bigint GENERATED ALWAYS AS (n * 2) STORED,
  ADD CONSTRAINT t_twice_check CHECK (twice > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_twice_check;
CREATE UNIQUE INDEX CONCURRENTLY t_twice_key ON t (twice);
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_twice_key') THEN
    ALTER TABLE t ADD CONSTRAINT t_twice_key UNIQUE USING INDEX t_twice_key;
  END IF;
END $$;
