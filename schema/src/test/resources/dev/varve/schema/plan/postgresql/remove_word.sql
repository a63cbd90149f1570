-- ---- ONLINE ----
-- up
-- varve:hazard BC105 t.tier: An application that writes the former values fails from now on.
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_tier_check;
UPDATE t SET tier = CASE tier WHEN 'MAX' THEN 'PRO' ELSE tier END WHERE tier IN ('MAX');
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_tier_check,
  ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO')) NOT VALID;

-- Rows that came meanwhile.
UPDATE t SET tier = CASE tier WHEN 'MAX' THEN 'PRO' ELSE tier END WHERE tier IN ('MAX');
ALTER TABLE t VALIDATE CONSTRAINT t_tier_check;

-- down
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_tier_check,
  ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO', 'MAX')) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_tier_check;
