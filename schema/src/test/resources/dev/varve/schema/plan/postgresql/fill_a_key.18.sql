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
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'a') THEN
    ALTER TABLE t ADD NOT NULL a NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
UPDATE t SET a = 'none' WHERE a IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'a');
END $$;

-- down
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
ALTER TABLE t ALTER COLUMN b TYPE text USING b::text;
