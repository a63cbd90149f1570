-- ---- CONTRACT ----
-- up
-- varve:hazard BC105 t.m: An application that writes the former values fails from now on.
-- varve:hazard PG301 t.m: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard BC105 t.all: An application that writes the former values fails from now on.
-- varve:hazard PG301 t.all: The table is rewritten, and nobody can read it meanwhile.

-- An enum type can't lose or move values: another one replaces it.
DROP INDEX t_id_idx;
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('BAD', 'OK');
ALTER TABLE t
  DROP CONSTRAINT t_m_check,
  DROP COLUMN low,
  ALTER COLUMN m DROP DEFAULT,
  ALTER COLUMN m TYPE mood USING (CASE m::text WHEN 'SO' THEN 'OK' ELSE m::text END)::mood,
  ALTER COLUMN m SET DEFAULT 'OK',
  ALTER COLUMN "all" TYPE mood[] USING array_replace("all"::text[], 'SO', 'OK')::mood[],
  ADD COLUMN low boolean GENERATED ALWAYS AS (m = 'BAD') STORED,
  ADD CONSTRAINT t_m_check CHECK (m <> 'BAD');
DROP TYPE mood_old;
CREATE INDEX t_id_idx ON t (id) WHERE m = 'OK';

-- down
-- varve:hazard PG301 t.m: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.all: The table is rewritten, and nobody can read it meanwhile.

-- An enum type can't lose or move values: another one replaces it.
DROP INDEX t_id_idx;
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('OK', 'BAD', 'SO');
ALTER TABLE t
  DROP CONSTRAINT t_m_check,
  DROP COLUMN low,
  ALTER COLUMN m DROP DEFAULT,
  ALTER COLUMN m TYPE mood USING m::text::mood,
  ALTER COLUMN m SET DEFAULT 'OK',
  ALTER COLUMN "all" TYPE mood[] USING "all"::text[]::mood[],
  ADD COLUMN low boolean GENERATED ALWAYS AS (m = 'BAD') STORED,
  ADD CONSTRAINT t_m_check CHECK (m <> 'BAD');
DROP TYPE mood_old;
CREATE INDEX t_id_idx ON t (id) WHERE m = 'OK';
