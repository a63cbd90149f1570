-- ---- ONLINE ----
-- up
-- varve:destructive t.b
-- varve:destructive t.c
-- varve:destructive t.d
-- varve:hazard DS103 t.b: The column's values are lost.
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard DS103 t.c: The column's values are lost.
-- varve:hazard PG301 t.c: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard DS103 t.d: The column's values are lost.
-- varve:hazard PG301 t.d: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t
  DROP COLUMN IF EXISTS b,
  ADD COLUMN b text GENERATED ALWAYS AS (lower(a)) STORED,
  DROP COLUMN IF EXISTS c,
  ADD COLUMN c text GENERATED ALWAYS AS (upper(a)) STORED,
  DROP COLUMN IF EXISTS d,
  ADD COLUMN d text GENERATED ALWAYS AS (nullif(a, 'y')) STORED;

-- down
-- varve:hazard PG301 t.d: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.c: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN d DROP EXPRESSION IF EXISTS;
ALTER TABLE t ALTER COLUMN c DROP EXPRESSION IF EXISTS;
ALTER TABLE t ALTER COLUMN b DROP EXPRESSION IF EXISTS;
DO $$ BEGIN
  IF (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'b') <> 'integer' THEN
    ALTER TABLE t
      ALTER COLUMN d TYPE text USING coalesce(d, ''),
      ALTER COLUMN d SET NOT NULL,
      ALTER COLUMN c TYPE integer USING 0,
      ALTER COLUMN c SET NOT NULL,
      ALTER COLUMN b TYPE integer USING NULL;
  END IF;
END $$;
