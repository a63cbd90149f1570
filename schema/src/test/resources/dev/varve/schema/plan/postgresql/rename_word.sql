-- ---- ONLINE ----
-- up
-- varve:hazard BC105 t.all: An application that writes the former values fails from now on.
-- varve:hazard BC105 t.tier: An application that writes the former values fails from now on.
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_all_check;
UPDATE t SET "all" = array_replace("all", 'FREE', 'BASE') WHERE "all" && ARRAY['FREE']::text[];
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_all_check,
  ADD CONSTRAINT t_all_check CHECK ("all" <@ ARRAY['BASE', 'PRO']::text[]) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET "all" = array_replace("all", 'FREE', 'BASE') WHERE "all" && ARRAY['FREE']::text[];
ALTER TABLE t VALIDATE CONSTRAINT t_all_check;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_tier_check;
UPDATE t SET tier = CASE tier WHEN 'FREE' THEN 'BASE' ELSE tier END WHERE tier IN ('FREE');
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_tier_check,
  ADD CONSTRAINT t_tier_check CHECK (tier IN ('BASE', 'PRO')) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET tier = CASE tier WHEN 'FREE' THEN 'BASE' ELSE tier END WHERE tier IN ('FREE');
ALTER TABLE t VALIDATE CONSTRAINT t_tier_check;

-- down
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_tier_check;
UPDATE t SET tier = CASE tier WHEN 'BASE' THEN 'FREE' ELSE tier END WHERE tier IN ('BASE');
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_tier_check,
  ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO')) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET tier = CASE tier WHEN 'BASE' THEN 'FREE' ELSE tier END WHERE tier IN ('BASE');
ALTER TABLE t VALIDATE CONSTRAINT t_tier_check;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_all_check;
UPDATE t SET "all" = array_replace("all", 'BASE', 'FREE') WHERE "all" && ARRAY['BASE']::text[];
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_all_check,
  ADD CONSTRAINT t_all_check CHECK ("all" <@ ARRAY['FREE', 'PRO']::text[]) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET "all" = array_replace("all", 'BASE', 'FREE') WHERE "all" && ARRAY['BASE']::text[];
ALTER TABLE t VALIDATE CONSTRAINT t_all_check;
