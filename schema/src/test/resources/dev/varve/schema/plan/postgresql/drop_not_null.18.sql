-- ---- ONLINE ----
-- up
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;

-- down

-- Rows without a value: the one that they had is lost.
UPDATE t SET a = '' WHERE a IS NULL;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'a') THEN
    ALTER TABLE t ADD NOT NULL a NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
UPDATE t SET a = '' WHERE a IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'a');
END $$;
