-- ---- ONLINE ----
-- up
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;

-- down

-- Rows without a value: the one that they had is lost.
UPDATE t SET a = '' WHERE a IS NULL;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_a_not_null_check,
  ADD CONSTRAINT t_a_not_null_check CHECK (a IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET a = '' WHERE a IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_a_not_null_check;
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_a_not_null_check;
