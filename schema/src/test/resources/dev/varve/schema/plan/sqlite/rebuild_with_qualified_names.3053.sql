-- up
-- varve:hazard MF104 t.n: An application that writes null into the column fails from now on.
UPDATE t SET n = coalesce(n, (t.id + 1));
ALTER TABLE t ALTER COLUMN n SET NOT NULL;

-- down
ALTER TABLE t ALTER COLUMN n DROP NOT NULL;
