-- up
-- varve:hazard BC105 t.tier: An application that writes the former values fails from now on.
-- varve:hazard MF107 t.tier: The migration stops at a value that the new type doesn't hold.
-- varve:hazard BC105 t.all: An application that writes the former values fails from now on.
-- varve:hazard MF107 t.all: The migration stops at a value that the new type doesn't hold.
ALTER TABLE t DROP CONSTRAINT t_tier_check;
UPDATE t
SET tier = CASE tier WHEN 'FREE' THEN 'BASE' ELSE tier END,
    "all" = CASE WHEN "all" IS NOT NULL
         THEN (SELECT json_group_array(CASE WHEN value IN ('BASE', 'PRO') THEN value ELSE json_extract('{}', 't.all is no such text: ' || value) END)
               FROM (SELECT CASE value WHEN 'FREE' THEN 'BASE' ELSE value END AS value FROM json_each(t."all"))) END;
ALTER TABLE t ADD CONSTRAINT t_tier_check CHECK (tier IN ('BASE', 'PRO'));

-- down
ALTER TABLE t DROP CONSTRAINT t_tier_check;
UPDATE t
SET tier = CASE tier WHEN 'BASE' THEN 'FREE' ELSE tier END,
    "all" = CASE WHEN "all" IS NOT NULL
         THEN (SELECT json_group_array(CASE WHEN value IN ('FREE', 'PRO') THEN value ELSE json_extract('{}', 't.all is no such text: ' || value) END)
               FROM (SELECT CASE value WHEN 'BASE' THEN 'FREE' ELSE value END AS value FROM json_each(t."all"))) END;
ALTER TABLE t ADD CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO'));
