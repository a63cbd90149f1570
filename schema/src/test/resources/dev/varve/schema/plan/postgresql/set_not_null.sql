-- ---- MAIN ----
-- up
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'c';

-- down
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;

-- ---- ONLINE ----
-- up
-- varve:hazard MF104 t.b: An application that writes null into the column fails from now on.
-- varve:hazard MF104 t.c: An application that writes null into the column fails from now on.
-- varve:hazard MF104 t.d: An application that writes null into the column fails from now on.
UPDATE t SET b = a WHERE b IS NULL;

-- Stop where the expression has no value for a row, before anybody is kept from updating it.
DO $$ BEGIN
  IF EXISTS (SELECT FROM t WHERE b IS NULL AND (a) IS NULL) THEN
    RAISE not_null_violation USING MESSAGE = 'rows of t get no b from a: give them values first';
  END IF;
END $$;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_b_not_null_check,
  ADD CONSTRAINT t_b_not_null_check CHECK (b IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET b = a WHERE b IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_b_not_null_check;
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_b_not_null_check;
UPDATE t SET c = 'c' WHERE c IS NULL;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_c_not_null_check,
  ADD CONSTRAINT t_c_not_null_check CHECK (c IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET c = 'c' WHERE c IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_c_not_null_check;
ALTER TABLE t ALTER COLUMN c SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_c_not_null_check;
DO $$ BEGIN
  IF EXISTS (SELECT FROM t WHERE d IS NULL) THEN
    RAISE not_null_violation USING MESSAGE = 'rows of t have no d: give them values first';
  END IF;
END $$;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_d_not_null_check,
  ADD CONSTRAINT t_d_not_null_check CHECK (d IS NOT NULL) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_d_not_null_check;
ALTER TABLE t ALTER COLUMN d SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_d_not_null_check;

-- down
ALTER TABLE t ALTER COLUMN d DROP NOT NULL;
ALTER TABLE t ALTER COLUMN c DROP NOT NULL;
ALTER TABLE t ALTER COLUMN b DROP NOT NULL;
