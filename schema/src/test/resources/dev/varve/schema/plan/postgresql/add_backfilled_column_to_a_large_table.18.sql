-- ---- MAIN ----
-- up
ALTER TABLE t ADD COLUMN code text;
ALTER TABLE t ADD COLUMN other text;

-- down
-- varve:destructive t.other
-- varve:destructive t.code
ALTER TABLE t DROP COLUMN other;
ALTER TABLE t DROP COLUMN code;

-- ---- ONLINE ----
-- up
-- varve:hazard MF103 t.code: An application that doesn't know the column can't insert rows from now on.
-- varve:backfill table=t key=id
UPDATE t SET code = a || id WHERE code IS NULL;

-- Stop where the expression has no value for a row, before anybody is kept from updating it.
DO $$ BEGIN
  IF EXISTS (SELECT FROM t WHERE code IS NULL AND (a || id) IS NULL) THEN
    RAISE not_null_violation USING MESSAGE = 'rows of t get no code from a || id: give them values first';
  END IF;
END $$;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'code') THEN
    ALTER TABLE t ADD NOT NULL code NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
-- varve:backfill table=t key=id
UPDATE t SET code = a || id WHERE code IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'code');
END $$;
-- varve:backfill table=t key=id
UPDATE t SET other = upper(a) WHERE other IS NULL;

-- down
ALTER TABLE t ALTER COLUMN code DROP NOT NULL;
