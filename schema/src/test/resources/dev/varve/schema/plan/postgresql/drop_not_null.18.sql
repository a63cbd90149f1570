-- ---- ONLINE ----
-- up
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;

-- down

-- Rows without a value: the one that they had is lost.
UPDATE t SET a = '' WHERE a IS NULL;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_a_not_null,
  ADD CONSTRAINT t_a_not_null NOT NULL a NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET a = '' WHERE a IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_a_not_null;
