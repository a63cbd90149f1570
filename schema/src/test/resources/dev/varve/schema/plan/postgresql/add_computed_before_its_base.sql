-- ---- MAIN ----
-- up
ALTER TABLE t ADD COLUMN b bigint DEFAULT 1 NOT NULL;

-- down
-- varve:destructive t.b
ALTER TABLE t DROP COLUMN b;

-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.v: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.w: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ADD COLUMN IF NOT EXISTS v bigint GENERATED ALWAYS AS (b + 1) STORED;
ALTER TABLE t ADD COLUMN IF NOT EXISTS w text GENERATED ALWAYS AS (a || 'x') STORED;

-- down
ALTER TABLE t DROP COLUMN IF EXISTS w;
ALTER TABLE t DROP COLUMN IF EXISTS v;
