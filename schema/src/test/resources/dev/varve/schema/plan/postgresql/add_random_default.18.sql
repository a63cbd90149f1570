-- ---- MAIN ----
-- up
ALTER TABLE t ADD COLUMN token uuid;
ALTER TABLE t ALTER COLUMN token SET DEFAULT gen_random_uuid();
ALTER TABLE t ADD COLUMN dice double precision;
ALTER TABLE t ALTER COLUMN dice SET DEFAULT random();

-- down
-- varve:destructive t.dice
-- varve:destructive t.token
ALTER TABLE t ALTER COLUMN dice DROP DEFAULT;
ALTER TABLE t DROP COLUMN dice;
ALTER TABLE t ALTER COLUMN token DROP DEFAULT;
ALTER TABLE t DROP COLUMN token;

-- ---- ONLINE ----
-- up
UPDATE t SET token = gen_random_uuid() WHERE token IS NULL;
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_token_not_null,
  ADD CONSTRAINT t_token_not_null NOT NULL token NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET token = gen_random_uuid() WHERE token IS NULL;
ALTER TABLE t VALIDATE CONSTRAINT t_token_not_null;
UPDATE t SET dice = random() WHERE dice IS NULL;

-- down
ALTER TABLE t ALTER COLUMN token DROP NOT NULL;
