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
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_code_not_null_check,
  ADD CONSTRAINT t_code_not_null_check CHECK (code IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
-- varve:backfill table=t key=id
UPDATE t SET code = a || id WHERE code IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_code_not_null_check;
ALTER TABLE t ALTER COLUMN code SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_code_not_null_check;
-- varve:backfill table=t key=id
UPDATE t SET other = upper(a) WHERE other IS NULL;

-- down
ALTER TABLE t ALTER COLUMN code DROP NOT NULL;
