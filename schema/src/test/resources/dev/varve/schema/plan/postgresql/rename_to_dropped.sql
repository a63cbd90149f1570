-- ---- MAIN ----
-- up
-- varve:hazard BC102 t.b: An application that knows the column as a fails from now on.
ALTER TABLE t RENAME COLUMN b TO b_former;
ALTER TABLE t RENAME COLUMN a TO b;

-- down
ALTER TABLE t RENAME COLUMN b TO a;
ALTER TABLE t RENAME COLUMN b_former TO b;

-- ---- CONTRACT ----
-- up
-- varve:destructive t.b_former
-- varve:hazard DS103 t.b_former: The column's values are lost.
ALTER TABLE t DROP COLUMN b_former;

-- down
ALTER TABLE t ADD COLUMN b_former text;
