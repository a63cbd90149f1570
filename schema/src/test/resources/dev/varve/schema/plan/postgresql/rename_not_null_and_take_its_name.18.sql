-- ---- MAIN ----
-- up
-- varve:hazard BC102 t.c: An application that knows the column as a fails from now on.
-- varve:hazard BC102 t.a: An application that knows the column as b fails from now on.
ALTER TABLE t RENAME COLUMN a TO c;
ALTER TABLE t RENAME COLUMN b TO a;

-- down
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t RENAME COLUMN c TO a;

-- ---- ONLINE ----
-- up
-- varve:hazard MF104 t.a: An application that writes null into the column fails from now on.
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
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
