-- up
-- varve:hazard MF103 t.n: An application that doesn't know the column can't insert rows from now on.
ALTER TABLE t ADD COLUMN n INTEGER;

-- SQLite counts keys only: once by rows.
UPDATE t SET n = rowid;
ALTER TABLE t ALTER COLUMN n SET NOT NULL;

-- down
-- varve:destructive t.n
ALTER TABLE t DROP COLUMN n;
