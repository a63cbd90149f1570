-- ---- ONLINE ----
-- up
-- varve:destructive t.b
-- varve:hazard DS103 t.b: The column's values are lost.
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_order_check,
  ALTER COLUMN c DROP EXPRESSION IF EXISTS,
  DROP COLUMN IF EXISTS b,
  ADD COLUMN b integer GENERATED ALWAYS AS (c - 1) STORED NOT NULL,
  ADD CONSTRAINT t_order_check CHECK (c > b) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_order_check;

-- down
-- varve:destructive t.c
-- varve:hazard PG301 t.c: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_order_check,
  ALTER COLUMN b DROP EXPRESSION IF EXISTS,
  DROP COLUMN IF EXISTS c,
  ADD COLUMN c integer GENERATED ALWAYS AS (b + 1) STORED NOT NULL,
  ADD CONSTRAINT t_order_check CHECK (c > b) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_order_check;
