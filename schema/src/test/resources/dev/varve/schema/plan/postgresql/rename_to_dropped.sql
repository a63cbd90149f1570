-- ---- MAIN ----
-- up
-- varve:hazard BC102 t.b: An application that knows the column as a fails from now on.
ALTER TABLE t RENAME COLUMN b TO b_former;
ALTER TABLE t RENAME COLUMN a TO b;

-- down
ALTER TABLE t RENAME COLUMN b TO a;
ALTER TABLE t RENAME COLUMN b_former TO b;

-- ---- ONLINE ----
-- up
ALTER TABLE t ALTER COLUMN b_former DROP NOT NULL;

-- down

-- Rows without a value: the one that they had is lost.
UPDATE t SET b_former = '' WHERE b_former IS NULL;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_b_former_not_null_check,
  ADD CONSTRAINT t_b_former_not_null_check CHECK (b_former IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET b_former = '' WHERE b_former IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_b_former_not_null_check;
ALTER TABLE t ALTER COLUMN b_former SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_b_former_not_null_check;

-- ---- CONTRACT ----
-- up
-- varve:destructive t.b_former
-- varve:hazard DS103 t.b_former: The column's values are lost.
ALTER TABLE t DROP COLUMN b_former;

-- down
ALTER TABLE t ADD COLUMN b_former text;
