-- ---- MAIN ----
-- up
-- varve:hazard BC102 t.b: An application that knows the column as a fails from now on.
ALTER TABLE t RENAME COLUMN b TO b_former;
ALTER TABLE t RENAME COLUMN a TO b;

-- down
ALTER TABLE t RENAME COLUMN b TO a;
ALTER TABLE t RENAME COLUMN b_former TO b;

-- ---- ONLINE ----
-- up
ALTER TABLE t ALTER COLUMN b_former DROP NOT NULL;

-- down

-- Rows without a value: the one that they had is lost.
UPDATE t SET b_former = '' WHERE b_former IS NULL;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'b_former') THEN
    ALTER TABLE t ADD NOT NULL b_former NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
UPDATE t SET b_former = '' WHERE b_former IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'b_former');
END $$;

-- ---- CONTRACT ----
-- up
-- varve:destructive t.b_former
-- varve:hazard DS103 t.b_former: The column's values are lost.
ALTER TABLE t DROP COLUMN b_former;

-- down
ALTER TABLE t ADD COLUMN b_former text;
