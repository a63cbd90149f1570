-- ---- ONLINE ----
-- up
-- varve:destructive t.b
-- varve:hazard DS103 t.b: The column's values are lost.
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t
  DROP COLUMN IF EXISTS b,
  ADD COLUMN b text GENERATED ALWAYS AS (upper(a)) STORED;

-- down
ALTER TABLE t ALTER COLUMN b DROP EXPRESSION IF EXISTS;
