-- ---- MAIN ----
-- up
CREATE TYPE size AS ENUM ('S', 'M');
COMMENT ON TYPE size IS 'Said.';

-- down
DROP TYPE size;

-- ---- ONLINE ----
-- up
-- varve:hazard CD102 t.s: Nothing stops rows any more that t_s_check forbade.
-- varve:hazard PG301 t.m: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.s: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard MF107 t.s: The migration stops at a value that the new type doesn't hold.
-- varve:hazard MF105 t.m: The migration stops at a row that t_m_check forbids, and such rows can't be updated from then on.
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_s_check;
ALTER TABLE t
  ALTER COLUMN m TYPE text USING m::text,
  ALTER COLUMN s TYPE size USING s::size,
  ALTER COLUMN s SET DEFAULT 'S';
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_m_check,
  ADD CONSTRAINT t_m_check CHECK (m IN ('OK', 'BAD')) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_m_check;

-- down
-- varve:hazard PG301 t.s: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.m: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_m_check;
ALTER TABLE t
  ALTER COLUMN s DROP DEFAULT,
  ALTER COLUMN s TYPE text USING s::text,
  ALTER COLUMN m TYPE mood USING m::mood;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_s_check,
  ADD CONSTRAINT t_s_check CHECK (s IN ('S', 'M')) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_s_check;

-- ---- CONTRACT ----
-- up
DROP TYPE mood;

-- down
CREATE TYPE mood AS ENUM ('OK', 'BAD');
