-- ---- ONLINE ----
-- up
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_code_key;
ALTER TABLE t ALTER COLUMN code DROP NOT NULL;

-- down

-- Nothing tells what rows without a value shall have: stop before anything is half done.
DO $$ BEGIN
  IF EXISTS (SELECT FROM t WHERE code IS NULL) THEN
    RAISE not_null_violation USING MESSAGE = 'rows of t have no code: give them values first';
  END IF;
END $$;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'code') THEN
    ALTER TABLE t ADD NOT NULL code NOT VALID;
  END IF;
END $$;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'code');
END $$;
CREATE UNIQUE INDEX CONCURRENTLY t_code_key ON t (code);
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_code_key') THEN
    ALTER TABLE t ADD CONSTRAINT t_code_key UNIQUE USING INDEX t_code_key;
  END IF;
END $$;

-- ---- CONTRACT ----
-- up
-- varve:destructive t.code
-- varve:hazard DS103 t.code: The column's values are lost.
ALTER TABLE t DROP COLUMN code;

-- down
ALTER TABLE t ADD COLUMN code text;
