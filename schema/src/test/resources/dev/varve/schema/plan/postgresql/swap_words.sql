-- ---- ONLINE ----
-- up
-- varve:hazard BC105 t.all: An application that writes the former values fails from now on.
-- varve:hazard BC105 t.tier: An application that writes the former values fails from now on.

-- Words take each other's place: that must not happen twice.
DO $$ BEGIN
  IF EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_all_check' AND convalidated) THEN
    ALTER TABLE t DROP CONSTRAINT IF EXISTS t_all_check;
    UPDATE t SET "all" = ARRAY(SELECT CASE word WHEN 'FREE' THEN 'PRO' WHEN 'PRO' THEN 'FREE' ELSE word END FROM unnest("all") WITH ORDINALITY AS one (word, place) ORDER BY place) WHERE "all" && ARRAY['FREE', 'PRO']::text[];
    ALTER TABLE t
      DROP CONSTRAINT IF EXISTS t_all_check,
      ADD CONSTRAINT t_all_check CHECK ("all" <@ ARRAY['PRO', 'FREE']::text[]) NOT VALID;
  END IF;
END $$;
ALTER TABLE t VALIDATE CONSTRAINT t_all_check;

-- Words take each other's place: that must not happen twice.
DO $$ BEGIN
  IF EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_tier_check' AND convalidated) THEN
    ALTER TABLE t DROP CONSTRAINT IF EXISTS t_tier_check;
    UPDATE t SET tier = CASE tier WHEN 'FREE' THEN 'PRO' WHEN 'PRO' THEN 'FREE' ELSE tier END WHERE tier IN ('FREE', 'PRO');
    ALTER TABLE t
      DROP CONSTRAINT IF EXISTS t_tier_check,
      ADD CONSTRAINT t_tier_check CHECK (tier IN ('PRO', 'FREE')) NOT VALID;
  END IF;
END $$;
ALTER TABLE t VALIDATE CONSTRAINT t_tier_check;

-- down

-- Words take each other's place: that must not happen twice.
DO $$ BEGIN
  IF EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_tier_check' AND convalidated) THEN
    ALTER TABLE t DROP CONSTRAINT IF EXISTS t_tier_check;
    UPDATE t SET tier = CASE tier WHEN 'FREE' THEN 'PRO' WHEN 'PRO' THEN 'FREE' ELSE tier END WHERE tier IN ('FREE', 'PRO');
    ALTER TABLE t
      DROP CONSTRAINT IF EXISTS t_tier_check,
      ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO')) NOT VALID;
  END IF;
END $$;
ALTER TABLE t VALIDATE CONSTRAINT t_tier_check;

-- Words take each other's place: that must not happen twice.
DO $$ BEGIN
  IF EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_all_check' AND convalidated) THEN
    ALTER TABLE t DROP CONSTRAINT IF EXISTS t_all_check;
    UPDATE t SET "all" = ARRAY(SELECT CASE word WHEN 'FREE' THEN 'PRO' WHEN 'PRO' THEN 'FREE' ELSE word END FROM unnest("all") WITH ORDINALITY AS one (word, place) ORDER BY place) WHERE "all" && ARRAY['FREE', 'PRO']::text[];
    ALTER TABLE t
      DROP CONSTRAINT IF EXISTS t_all_check,
      ADD CONSTRAINT t_all_check CHECK ("all" <@ ARRAY['FREE', 'PRO']::text[]) NOT VALID;
  END IF;
END $$;
ALTER TABLE t VALIDATE CONSTRAINT t_all_check;
