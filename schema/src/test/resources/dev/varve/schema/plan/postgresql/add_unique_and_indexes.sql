-- ---- ONLINE ----
-- up
-- varve:hazard MF101 t.a: The migration stops if two rows agree.
-- varve:hazard MF101 t.: The migration stops if two rows agree.
CREATE UNIQUE INDEX CONCURRENTLY t_a_key ON t (a);
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_a_key') THEN
    ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a_key;
  END IF;
END $$;
CREATE INDEX CONCURRENTLY t_a_id_idx ON t (a, id) WHERE a <> 'z';
CREATE UNIQUE INDEX CONCURRENTLY t_lower_idx ON t (lower(a));

-- down
DROP INDEX CONCURRENTLY IF EXISTS t_lower_idx;
DROP INDEX CONCURRENTLY IF EXISTS t_a_id_idx;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_a_key;
