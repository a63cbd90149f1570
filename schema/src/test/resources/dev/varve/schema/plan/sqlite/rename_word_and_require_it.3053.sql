-- up
-- varve:hazard MF104 t.a: An application that writes null into the column fails from now on.
-- varve:hazard BC105 t.a: An application that writes the former values fails from now on.
-- varve:hazard MF107 t.a: The migration stops at a value that the new type doesn't hold.
ALTER TABLE t DROP CONSTRAINT t_a_check;
UPDATE t SET a = coalesce(CASE a WHEN 'OLD' THEN 'LAST' ELSE a END, 'NEW');
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a IN ('LAST', 'NEW'));

-- down
ALTER TABLE t DROP CONSTRAINT t_a_check;
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
UPDATE t SET a = CASE a WHEN 'LAST' THEN 'OLD' ELSE a END;
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a IN ('OLD', 'NEW'));
