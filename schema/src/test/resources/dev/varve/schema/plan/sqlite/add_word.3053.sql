-- up
ALTER TABLE t DROP CONSTRAINT t_tier_check;
ALTER TABLE t ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO', 'MAX'));

-- down
ALTER TABLE t DROP CONSTRAINT t_tier_check;
ALTER TABLE t ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO'));
