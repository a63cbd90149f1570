-- ---- ONLINE ----
-- up
-- varve:hazard BC105 s.t.tier: An application that writes the former values fails from now on.
ALTER TABLE s.t DROP CONSTRAINT IF EXISTS t_tier_check;
-- varve:backfill table=s.t key=b,"A a"
UPDATE s.t SET tier = CASE tier WHEN 'FREE' THEN 'BASE' ELSE tier END WHERE tier IN ('FREE');
ALTER TABLE s.t
  DROP CONSTRAINT IF EXISTS t_tier_check,
  ADD CONSTRAINT t_tier_check CHECK (tier IN ('BASE', 'PRO')) NOT VALID;

-- Rows that came meanwhile.
-- varve:backfill table=s.t key=b,"A a"
UPDATE s.t SET tier = CASE tier WHEN 'FREE' THEN 'BASE' ELSE tier END WHERE tier IN ('FREE');
ALTER TABLE s.t VALIDATE CONSTRAINT t_tier_check;
ALTER TABLE s.t ALTER COLUMN tier DROP NOT NULL;

-- down

-- Rows without a value: the one that they had is lost.
-- varve:backfill table=s.t key=b,"A a"
UPDATE s.t SET tier = 'FREE' WHERE tier IS NULL;
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 's.t'::regclass AND contype = 'n' AND attname = 'tier') THEN
    ALTER TABLE s.t ADD NOT NULL tier NOT VALID;
  END IF;
END $$;

-- Rows that came meanwhile.
-- varve:backfill table=s.t key=b,"A a"
UPDATE s.t SET tier = 'FREE' WHERE tier IS NULL;
DO $$ BEGIN
  EXECUTE (
    SELECT format('ALTER TABLE s.t VALIDATE CONSTRAINT %I', conname) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE conrelid = 's.t'::regclass AND contype = 'n' AND attname = 'tier');
END $$;
ALTER TABLE s.t DROP CONSTRAINT IF EXISTS t_tier_check;
-- varve:backfill table=s.t key=b,"A a"
UPDATE s.t SET tier = CASE tier WHEN 'BASE' THEN 'FREE' ELSE tier END WHERE tier IN ('BASE');
ALTER TABLE s.t
  DROP CONSTRAINT IF EXISTS t_tier_check,
  ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO')) NOT VALID;

-- Rows that came meanwhile.
-- varve:backfill table=s.t key=b,"A a"
UPDATE s.t SET tier = CASE tier WHEN 'BASE' THEN 'FREE' ELSE tier END WHERE tier IN ('BASE');
ALTER TABLE s.t VALIDATE CONSTRAINT t_tier_check;
