-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.m: The table is rewritten, and nobody can read it meanwhile.
DROP INDEX CONCURRENTLY IF EXISTS t_m_idx;
ALTER TABLE t
  DROP COLUMN IF EXISTS m,
  ALTER COLUMN n TYPE bigint,
  ADD COLUMN m bigint GENERATED ALWAYS AS (n * 3) STORED;
CREATE INDEX CONCURRENTLY t_m_idx ON t (m);

-- down
-- varve:hazard PG301 t.m: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
DROP INDEX CONCURRENTLY IF EXISTS t_m_idx;
ALTER TABLE t
  DROP COLUMN IF EXISTS m,
  ADD COLUMN m bigint GENERATED ALWAYS AS (n * 2) STORED,
  ALTER COLUMN n TYPE integer;
CREATE INDEX CONCURRENTLY t_m_idx ON t (m);
