-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (lower(a));

-- down
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (upper(a));
