-- ---- ONLINE ----
-- up
-- varve:hazard MF106 kids.t_id: The migration stops at a row that refers to nothing in t.
CREATE INDEX CONCURRENTLY kids_t_id_idx ON kids (t_id);
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 'kids'::regclass AND conname = 'kids_t_id_fkey') THEN
    ALTER TABLE kids ADD CONSTRAINT kids_t_id_fkey FOREIGN KEY (t_id) REFERENCES t (id) ON DELETE CASCADE NOT VALID;
  END IF;
END $$;
ALTER TABLE kids VALIDATE CONSTRAINT kids_t_id_fkey;

-- down
ALTER TABLE kids DROP CONSTRAINT IF EXISTS kids_t_id_fkey;
DROP INDEX CONCURRENTLY IF EXISTS kids_t_id_idx;
