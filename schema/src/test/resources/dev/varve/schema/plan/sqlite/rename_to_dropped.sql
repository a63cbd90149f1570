-- up
-- varve:destructive t.b
-- varve:hazard BC102 t.b: the column was a until now
-- varve:hazard DS103 t.b: the column is dropped with its values
ALTER TABLE t RENAME COLUMN b TO varve_old_b;
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t DROP COLUMN varve_old_b;

-- down
-- varve:hazard BC102 t.a: the column was b until now
ALTER TABLE t RENAME COLUMN b TO a;
ALTER TABLE t ADD COLUMN b TEXT;
