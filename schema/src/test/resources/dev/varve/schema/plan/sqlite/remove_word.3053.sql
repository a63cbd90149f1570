-- up
-- varve:hazard BC105 t.tier: An application that writes the former values fails from now on.
-- varve:hazard MF107 t.tier: The migration stops at a value that the new type doesn't hold.
ALTER TABLE t DROP CONSTRAINT t_tier_check;
UPDATE t SET tier = CASE tier WHEN 'MAX' THEN 'PRO' ELSE tier END;
ALTER TABLE t ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO'));

-- down
ALTER TABLE t DROP CONSTRAINT t_tier_check;
ALTER TABLE t ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO', 'MAX'));
