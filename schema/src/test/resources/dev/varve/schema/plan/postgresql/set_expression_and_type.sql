-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.c: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t
  DROP COLUMN IF EXISTS c,
  ALTER COLUMN n TYPE timestamp USING n::timestamp,
  ADD COLUMN c bigint GENERATED ALWAYS AS (id + 2) STORED NOT NULL;

-- down
-- varve:hazard PG301 t.c: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t
  DROP COLUMN IF EXISTS c,
  ADD COLUMN c bigint GENERATED ALWAYS AS (id + 1) STORED NOT NULL,
  ALTER COLUMN n TYPE date USING n::date;
