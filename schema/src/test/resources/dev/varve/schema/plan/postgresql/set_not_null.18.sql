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
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'b') THEN
    ALTER TABLE t ADD NOT NULL b NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
UPDATE t SET b = a WHERE b IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'b');
END $$;
UPDATE t SET c = 'c' WHERE c IS NULL;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'c') THEN
    ALTER TABLE t ADD NOT NULL c NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
UPDATE t SET c = 'c' WHERE c IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'c');
END $$;
DO $$ BEGIN
  IF EXISTS (SELECT FROM t WHERE d IS NULL) THEN
    RAISE not_null_violation USING MESSAGE = 'rows of t have no d: give them values first';
  END IF;
END $$;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'd') THEN
    ALTER TABLE t ADD NOT NULL d NOT VALID;
  END IF;
END $$;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'd');
END $$;

-- down
ALTER TABLE t ALTER COLUMN d DROP NOT NULL;
ALTER TABLE t ALTER COLUMN c DROP NOT NULL;
ALTER TABLE t ALTER COLUMN b DROP NOT NULL;
