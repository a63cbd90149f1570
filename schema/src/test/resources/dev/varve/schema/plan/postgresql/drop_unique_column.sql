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
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_code_not_null_check,
  ADD CONSTRAINT t_code_not_null_check CHECK (code IS NOT NULL) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_code_not_null_check;
ALTER TABLE t ALTER COLUMN code SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_code_not_null_check;
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
