-- ---- MAIN ----
-- up
-- varve:hazard BC102 t.c: An application that knows the column as a fails from now on.
-- varve:hazard BC102 t.a: An application that knows the column as b fails from now on.
ALTER TABLE t RENAME COLUMN a TO c;
ALTER TABLE t RENAME COLUMN b TO a;

-- down
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t RENAME COLUMN c TO a;

-- ---- ONLINE ----
-- up
-- varve:hazard MF104 t.a: An application that writes null into the column fails from now on.
UPDATE t SET a = 'none' WHERE a IS NULL;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_a_not_null_check,
  ADD CONSTRAINT t_a_not_null_check CHECK (a IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET a = 'none' WHERE a IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_a_not_null_check;
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_a_not_null_check;

-- down
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
