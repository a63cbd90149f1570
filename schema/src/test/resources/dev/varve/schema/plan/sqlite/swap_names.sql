-- up
-- varve:hazard BC101 b.: An application that knows the table as a fails from now on.
-- varve:hazard BC101 a.: An application that knows the table as b fails from now on.
-- varve:hazard BC102 b.Z: An application that knows the column as gone fails from now on.
-- varve:hazard BC102 b.y: An application that knows the column as x fails from now on.
-- varve:hazard BC102 b.x: An application that knows the column as y fails from now on.
-- varve:hazard BC102 a.gone: An application that knows the column as z fails from now on.
ALTER TABLE a RENAME TO varve_old_a;
ALTER TABLE b RENAME TO a;
ALTER TABLE varve_old_a RENAME TO b;
ALTER TABLE b RENAME COLUMN gone TO "Z";
ALTER TABLE b RENAME COLUMN x TO varve_old_x;
ALTER TABLE b RENAME COLUMN y TO x;
ALTER TABLE b RENAME COLUMN varve_old_x TO y;
ALTER TABLE a RENAME COLUMN z TO gone;

-- down
ALTER TABLE a RENAME TO varve_old_a;
ALTER TABLE b RENAME TO a;
ALTER TABLE varve_old_a RENAME TO b;
ALTER TABLE b RENAME COLUMN gone TO z;
ALTER TABLE a RENAME COLUMN "Z" TO gone;
ALTER TABLE a RENAME COLUMN x TO varve_old_x;
ALTER TABLE a RENAME COLUMN y TO x;
ALTER TABLE a RENAME COLUMN varve_old_x TO y;
