-- ---- MAIN ----
-- up
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'FINE' BEFORE 'OK';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'SO' AFTER 'OK';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'WORST' AFTER 'BAD';

-- down
-- varve:hazard PG301 t.m: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.all: The table is rewritten, and nobody can read it meanwhile.

-- An enum type can't lose or move values: another one replaces it.
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('OK', 'BAD');
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood,
  ALTER COLUMN "all" TYPE mood[] USING "all"::text[]::mood[];
DROP TYPE mood_old;
