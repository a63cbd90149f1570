-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
DROP INDEX CONCURRENTLY IF EXISTS t_b_idx;
ALTER TABLE t
  DROP COLUMN IF EXISTS b,
  ADD COLUMN b text GENERATED ALWAYS AS (lower(a)) STORED;
CREATE INDEX CONCURRENTLY t_b_idx ON t (b);

-- down
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
DROP INDEX CONCURRENTLY IF EXISTS t_b_idx;
ALTER TABLE t
  DROP COLUMN IF EXISTS b,
  ADD COLUMN b text GENERATED ALWAYS AS (upper(a)) STORED;
CREATE INDEX CONCURRENTLY t_b_idx ON t (b);
