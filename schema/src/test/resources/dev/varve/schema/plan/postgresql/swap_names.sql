-- ---- MAIN ----
-- up
-- varve:hazard BC101 b.: An application that knows the table as a fails from now on.
-- varve:hazard BC101 a.: An application that knows the table as b fails from now on.
-- varve:hazard BC102 b.y: An application that knows the column as x fails from now on.
-- varve:hazard BC102 b.x: An application that knows the column as y fails from now on.
ALTER TABLE b RENAME TO b_former;
ALTER SEQUENCE IF EXISTS b_id_seq RENAME TO b_former_id_seq;
ALTER TABLE a RENAME TO b;
ALTER SEQUENCE IF EXISTS a_id_seq RENAME TO b_id_seq;
ALTER TABLE b_former RENAME TO a;
ALTER SEQUENCE IF EXISTS b_former_id_seq RENAME TO a_id_seq;
ALTER TABLE b RENAME COLUMN y TO y_former;
ALTER TABLE b RENAME COLUMN x TO y;
ALTER TABLE b RENAME COLUMN y_former TO x;
ALTER TABLE b RENAME CONSTRAINT a_pkey TO a_pkey_former;
ALTER TABLE a RENAME CONSTRAINT b_pkey TO a_pkey;
ALTER TABLE b RENAME CONSTRAINT a_pkey_former TO b_pkey;

-- down
ALTER TABLE b RENAME CONSTRAINT b_pkey TO a_pkey_former;
ALTER TABLE a RENAME CONSTRAINT a_pkey TO b_pkey;
ALTER TABLE b RENAME CONSTRAINT a_pkey_former TO a_pkey;
ALTER TABLE b RENAME COLUMN x TO y_former;
ALTER TABLE b RENAME COLUMN y TO x;
ALTER TABLE b RENAME COLUMN y_former TO y;
ALTER TABLE a RENAME TO b_former;
ALTER SEQUENCE IF EXISTS a_id_seq RENAME TO b_former_id_seq;
ALTER TABLE b RENAME TO a;
ALTER SEQUENCE IF EXISTS b_id_seq RENAME TO a_id_seq;
ALTER TABLE b_former RENAME TO b;
ALTER SEQUENCE IF EXISTS b_former_id_seq RENAME TO b_id_seq;
