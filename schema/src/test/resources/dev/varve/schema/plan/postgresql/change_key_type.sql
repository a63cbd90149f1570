-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.p_id: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 p.id: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_p_id_fkey;
ALTER TABLE t ALTER COLUMN p_id TYPE bigint;
ALTER TABLE p ALTER COLUMN id TYPE bigint;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_p_id_fkey') THEN
    ALTER TABLE t ADD CONSTRAINT t_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE NOT VALID;
  END IF;
END $$;
ALTER TABLE t VALIDATE CONSTRAINT t_p_id_fkey;

-- down
-- varve:hazard PG301 p.id: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.p_id: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_p_id_fkey;
ALTER TABLE p ALTER COLUMN id TYPE integer;
ALTER TABLE t ALTER COLUMN p_id TYPE integer;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_p_id_fkey') THEN
    ALTER TABLE t ADD CONSTRAINT t_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE NOT VALID;
  END IF;
END $$;
ALTER TABLE t VALIDATE CONSTRAINT t_p_id_fkey;
