-- ---- MAIN ----
-- up
ALTER TABLE t ADD COLUMN code text;
ALTER TABLE t ADD COLUMN copy text;
ALTER TABLE t ALTER COLUMN copy SET DEFAULT 'new';
ALTER TABLE t ADD COLUMN other text;

-- down
-- varve:destructive t.other
-- varve:destructive t.copy
-- varve:destructive t.code
ALTER TABLE t DROP COLUMN other;
ALTER TABLE t ALTER COLUMN copy DROP DEFAULT;
ALTER TABLE t DROP COLUMN copy;
ALTER TABLE t DROP COLUMN code;

-- ---- ONLINE ----
-- up
-- varve:hazard MF103 t.code: An application that doesn't know the column can't insert rows from now on.
-- varve:hazard MF101 t.code: The migration stops if two rows agree.
UPDATE t SET code = a || id WHERE code IS NULL;

-- Stop where the expression has no value for a row, before anybody is kept from updating it.
DO $$ BEGIN
  IF EXISTS (SELECT FROM t WHERE code IS NULL AND (a || id) IS NULL) THEN
    RAISE not_null_violation USING MESSAGE = 'rows of t get no code from a || id: give them values first';
  END IF;
END $$;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_code_not_null_check,
  ADD CONSTRAINT t_code_not_null_check CHECK (code IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET code = a || id WHERE code IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_code_not_null_check;
ALTER TABLE t ALTER COLUMN code SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_code_not_null_check;
UPDATE t SET copy = a WHERE copy IS NULL;

-- Stop where the expression has no value for a row, before anybody is kept from updating it.
DO $$ BEGIN
  IF EXISTS (SELECT FROM t WHERE copy IS NULL AND (a) IS NULL) THEN
    RAISE not_null_violation USING MESSAGE = 'rows of t get no copy from a: give them values first';
  END IF;
END $$;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_copy_not_null_check,
  ADD CONSTRAINT t_copy_not_null_check CHECK (copy IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET copy = a WHERE copy IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_copy_not_null_check;
ALTER TABLE t ALTER COLUMN copy SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_copy_not_null_check;
UPDATE t SET other = upper(a) WHERE other IS NULL;
CREATE UNIQUE INDEX CONCURRENTLY t_code_key ON t (code);
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_code_key') THEN
    ALTER TABLE t ADD CONSTRAINT t_code_key UNIQUE USING INDEX t_code_key;
  END IF;
END $$;

-- down
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_code_key;
ALTER TABLE t ALTER COLUMN copy DROP NOT NULL;
ALTER TABLE t ALTER COLUMN code DROP NOT NULL;
