-- ---- ONLINE ----
-- up
-- varve:destructive t.b
-- varve:hazard DS103 t.b: The column's values are lost.
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.c: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t
  DROP COLUMN IF EXISTS c,
  DROP COLUMN IF EXISTS d,
  DROP COLUMN IF EXISTS b,
  ADD COLUMN b integer GENERATED ALWAYS AS (id::integer) STORED NOT NULL,
  ADD COLUMN c integer GENERATED ALWAYS AS (id::integer + 1) STORED NOT NULL;

-- down
-- varve:hazard PG301 t.d: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.c: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t
  DROP COLUMN IF EXISTS c,
  DROP COLUMN IF EXISTS d,
  ALTER COLUMN b DROP EXPRESSION IF EXISTS,
  ADD COLUMN d integer GENERATED ALWAYS AS (b + 2) STORED NOT NULL,
  ADD COLUMN c integer GENERATED ALWAYS AS (b + 1) STORED NOT NULL;
