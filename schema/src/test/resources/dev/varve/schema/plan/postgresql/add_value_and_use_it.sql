-- ---- VALUES ----
-- up
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'SO' AFTER 'BAD';

-- down
-- varve:hazard PG301 t.m: The table is rewritten, and nobody can read it meanwhile.

-- An enum type can't lose or move values: another one replaces it.
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('OK', 'BAD');
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;
DROP TYPE mood_old;

-- ---- MAIN ----
-- up
ALTER TABLE t ALTER COLUMN m SET DEFAULT 'SO';

-- down
ALTER TABLE t ALTER COLUMN m DROP DEFAULT;
