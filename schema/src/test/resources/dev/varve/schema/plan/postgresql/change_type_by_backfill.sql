-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.s: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard MF107 t.s: The migration stops at a value that the new type doesn't hold.
DO $$ BEGIN
  IF (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 's') <> 'integer' THEN
    ALTER TABLE t ALTER COLUMN s TYPE integer USING length(s);
  END IF;
END $$;

-- down
-- varve:hazard PG301 t.s: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN s TYPE text USING s::text;
