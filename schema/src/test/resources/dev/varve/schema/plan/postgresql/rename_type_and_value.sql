-- ---- MAIN ----
-- up
-- varve:hazard BC105 t.m: An application that writes the former values fails from now on.
DO $$ BEGIN
  IF to_regnamespace('kind') IS NULL THEN
    CREATE SCHEMA kind;
  END IF;
END $$;
ALTER TYPE mood SET SCHEMA kind;
ALTER TYPE kind.mood RENAME TO feeling;
ALTER TYPE kind.feeling RENAME VALUE 'OK' TO 'FINE';
ALTER TYPE kind.feeling ADD VALUE IF NOT EXISTS 'SO' AFTER 'BAD';
COMMENT ON TYPE kind.feeling IS 'Said.';

-- down
-- varve:hazard PG301 t.m: The table is rewritten, and nobody can read it meanwhile.
COMMENT ON TYPE kind.feeling IS NULL;

-- An enum type can't lose or move values: another one replaces it.
ALTER TYPE kind.feeling RENAME TO feeling_old;
CREATE TYPE kind.feeling AS ENUM ('FINE', 'BAD');
ALTER TABLE t ALTER COLUMN m TYPE kind.feeling USING m::text::kind.feeling;
DROP TYPE kind.feeling_old;
ALTER TYPE kind.feeling RENAME VALUE 'FINE' TO 'OK';
DO $$ BEGIN
  EXECUTE format('ALTER TYPE kind.feeling SET SCHEMA %I', current_schema());
END $$;
ALTER TYPE feeling RENAME TO mood;
DO $$ BEGIN
  DROP SCHEMA IF EXISTS kind;
EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL;
END $$;
