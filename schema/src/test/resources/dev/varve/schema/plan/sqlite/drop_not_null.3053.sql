-- up
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;

-- down
-- varve:hazard MF104 t.a: rows where the column is null make the migration fail
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
