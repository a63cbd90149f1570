-- up
-- varve:hazard BC105 t.key: An application that writes the former values fails from now on.
-- varve:hazard MF107 t.key: The migration stops at a value that the new type doesn't hold.
UPDATE t SET "key" = CASE WHEN "key" IS NOT NULL
         THEN (SELECT json_group_array(CASE WHEN value IN ('LAST', 'NEW') THEN value ELSE json_extract('{}', 't.key is no such text: ' || value) END)
               FROM (SELECT CASE value WHEN 'OLD' THEN 'LAST' ELSE value END AS value FROM json_each(t."key"))) END;

-- down
UPDATE t SET "key" = CASE WHEN "key" IS NOT NULL
         THEN (SELECT json_group_array(CASE WHEN value IN ('OLD', 'NEW') THEN value ELSE json_extract('{}', 't.key is no such text: ' || value) END)
               FROM (SELECT CASE value WHEN 'LAST' THEN 'OLD' ELSE value END AS value FROM json_each(t."key"))) END;
