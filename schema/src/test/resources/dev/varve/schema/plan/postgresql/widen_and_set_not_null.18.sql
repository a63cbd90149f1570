-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard MF104 t.n: An application that writes null into the column fails from now on.
ALTER TABLE t ALTER COLUMN n TYPE bigint;
UPDATE t SET n = -1 WHERE n IS NULL;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_n_not_null,
  ADD CONSTRAINT t_n_not_null NOT NULL n NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET n = -1 WHERE n IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_n_not_null;

-- down
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t ALTER COLUMN n DROP NOT NULL;
ALTER TABLE t ALTER COLUMN n TYPE integer;
