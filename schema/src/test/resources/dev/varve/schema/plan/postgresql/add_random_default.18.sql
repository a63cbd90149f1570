-- ---- MAIN ----
-- up
ALTER TABLE t ADD COLUMN token uuid;
ALTER TABLE t ALTER COLUMN token SET DEFAULT gen_random_uuid();
ALTER TABLE t ADD COLUMN dice double precision;
ALTER TABLE t ALTER COLUMN dice SET DEFAULT random();

-- down
-- varve:destructive t.dice
-- varve:destructive t.token
ALTER TABLE t ALTER COLUMN dice DROP DEFAULT;
ALTER TABLE t DROP COLUMN dice;
ALTER TABLE t ALTER COLUMN token DROP DEFAULT;
ALTER TABLE t DROP COLUMN token;

-- ---- ONLINE ----
-- up
UPDATE t SET token = gen_random_uuid() WHERE token IS NULL;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'token') THEN
    ALTER TABLE t ADD NOT NULL token NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
UPDATE t SET token = gen_random_uuid() WHERE token IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'token');
END $$;
UPDATE t SET dice = random() WHERE dice IS NULL;

-- down
ALTER TABLE t ALTER COLUMN token DROP NOT NULL;
