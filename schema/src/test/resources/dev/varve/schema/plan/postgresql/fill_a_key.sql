-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard MF107 t.b: The migration stops at a value that the new type doesn't hold.
-- varve:hazard MF101 t.b: The migration stops if @Backfill gives two rows the same value: rows must differ in it.
-- varve:hazard MF104 t.a: An application that writes null into the column fails from now on.
-- varve:hazard MF101 t.a: The migration stops if @Backfill gives two rows the same value: rows must differ in it.
DO $$ BEGIN
  IF (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'b') <> 'integer' THEN
    ALTER TABLE t ALTER COLUMN b TYPE integer USING CAST(b AS integer);
  END IF;
END $$;
UPDATE t SET a = 'none' WHERE a IS NULL;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_a_not_null_check,
  ADD CONSTRAINT t_a_not_null_check CHECK (a IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET a = 'none' WHERE a IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_a_not_null_check;
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_a_not_null_check;

-- down
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
ALTER TABLE t ALTER COLUMN b TYPE text USING b::text;
