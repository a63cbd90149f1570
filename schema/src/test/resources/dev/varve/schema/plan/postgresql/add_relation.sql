-- ---- MAIN ----
-- up
ALTER TABLE t ADD COLUMN p_id bigint;

-- down
-- varve:destructive t.p_id
ALTER TABLE t DROP COLUMN p_id;

-- ---- ONLINE ----
-- up
CREATE INDEX CONCURRENTLY t_p_id_idx ON t (p_id);
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_p_id_fkey') THEN
    ALTER TABLE t ADD CONSTRAINT t_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE SET NULL NOT VALID;
  END IF;
END $$;
ALTER TABLE t VALIDATE CONSTRAINT t_p_id_fkey;

-- down
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_p_id_fkey;
DROP INDEX CONCURRENTLY IF EXISTS t_p_id_idx;
