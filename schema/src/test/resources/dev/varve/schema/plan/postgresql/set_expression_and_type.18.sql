-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.c: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN n TYPE timestamp USING n::timestamp;
ALTER TABLE t ALTER COLUMN c SET EXPRESSION AS (id + 2);

-- down
-- varve:hazard PG301 t.c: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN c SET EXPRESSION AS (id + 1);
ALTER TABLE t ALTER COLUMN n TYPE date USING n::date;
