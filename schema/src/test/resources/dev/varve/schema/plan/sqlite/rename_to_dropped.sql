-- up
-- varve:destructive t.b
-- varve:hazard BC102 t.b: An application that knows the column as a fails from now on.
-- varve:hazard DS103 t.b: The column's values are lost.
ALTER TABLE t RENAME COLUMN b TO varve_old_b;
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t DROP COLUMN varve_old_b;

-- down
ALTER TABLE t RENAME COLUMN b TO a;
ALTER TABLE t ADD COLUMN b TEXT;
