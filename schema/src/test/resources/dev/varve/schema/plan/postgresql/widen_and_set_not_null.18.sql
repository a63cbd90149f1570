-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard MF104 t.n: An application that writes null into the column fails from now on.
ALTER TABLE t ALTER COLUMN n TYPE bigint;
UPDATE t SET n = -1 WHERE n IS NULL;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'n') THEN
    ALTER TABLE t ADD NOT NULL n NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
UPDATE t SET n = -1 WHERE n IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 't'::regclass AND contype = 'n' AND attname = 'n');
END $$;

-- down
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN n DROP NOT NULL;
ALTER TABLE t ALTER COLUMN n TYPE integer;
