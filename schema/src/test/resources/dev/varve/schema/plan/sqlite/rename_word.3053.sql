-- up
ALTER TABLE t DROP CONSTRAINT t_tier_check;
UPDATE t
SET tier = CASE tier WHEN 'FREE' THEN 'BASE' ELSE tier END,
    "all" = CASE WHEN "all" IS NOT NULL THEN (SELECT json_group_array(CASE value WHEN 'FREE' THEN 'BASE' ELSE value END) FROM json_each("all")) END;
ALTER TABLE t ADD CONSTRAINT t_tier_check CHECK (tier IN ('BASE', 'PRO'));

-- down
ALTER TABLE t DROP CONSTRAINT t_tier_check;
UPDATE t
SET tier = CASE tier WHEN 'BASE' THEN 'FREE' ELSE tier END,
    "all" = CASE WHEN "all" IS NOT NULL THEN (SELECT json_group_array(CASE value WHEN 'BASE' THEN 'FREE' ELSE value END) FROM json_each("all")) END;
ALTER TABLE t ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO'));
