-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.loud: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ADD COLUMN IF NOT EXISTS loud text GENERATED ALWAYS AS (upper(a)) STORED;
CREATE INDEX CONCURRENTLY t_loud_idx ON t (loud);

-- down
DROP INDEX CONCURRENTLY IF EXISTS t_loud_idx;
ALTER TABLE t DROP COLUMN IF EXISTS loud;
