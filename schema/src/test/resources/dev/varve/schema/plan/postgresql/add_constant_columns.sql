-- ---- MAIN ----
-- up
-- varve:hazard MF103 t.n: An application that doesn't know the column can't insert rows from now on.
-- varve:hazard MF103 t.w: An application that doesn't know the column can't insert rows from now on.
ALTER TABLE t ADD COLUMN n bigint DEFAULT -1 NOT NULL;
ALTER TABLE t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE t ADD COLUMN w text DEFAULT 'FREE' NOT NULL;
ALTER TABLE t ALTER COLUMN w DROP DEFAULT;
ALTER TABLE t ADD COLUMN maybe text DEFAULT 'old';
ALTER TABLE t ALTER COLUMN maybe DROP DEFAULT;
ALTER TABLE t ADD COLUMN d text DEFAULT ('former'::text) NOT NULL;
ALTER TABLE t ALTER COLUMN d SET DEFAULT 'new';

-- down
-- varve:destructive t.d
-- varve:destructive t.maybe
-- varve:destructive t.w
-- varve:destructive t.n
ALTER TABLE t DROP COLUMN d;
ALTER TABLE t DROP COLUMN maybe;
ALTER TABLE t DROP COLUMN w;
ALTER TABLE t DROP COLUMN n;

-- ---- ONLINE ----
-- up
-- varve:hazard MF105 t.w: The migration stops at a row that t_w_check forbids, and such rows can't be updated from then on.
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_w_check,
  ADD CONSTRAINT t_w_check CHECK (w IN ('FREE', 'PRO')) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_w_check;

-- down
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_w_check;
