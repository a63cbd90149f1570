-- up
-- varve:hazard BC101 b.: the table was a until now
-- varve:hazard BC101 a.: the table was b until now
-- varve:hazard BC102 b.Z: the column was gone until now
-- varve:hazard BC102 b.y: the column was x until now
-- varve:hazard BC102 b.x: the column was y until now
-- varve:hazard BC102 a.gone: the column was z until now
ALTER TABLE a RENAME TO varve_old_a;
ALTER TABLE b RENAME TO a;
ALTER TABLE varve_old_a RENAME TO b;
ALTER TABLE b RENAME COLUMN gone TO "Z";
ALTER TABLE b RENAME COLUMN x TO varve_old_x;
ALTER TABLE b RENAME COLUMN y TO x;
ALTER TABLE b RENAME COLUMN varve_old_x TO y;
ALTER TABLE a RENAME COLUMN z TO gone;

-- down
-- varve:hazard BC101 b.: the table was a until now
-- varve:hazard BC101 a.: the table was b until now
-- varve:hazard BC102 b.z: the column was gone until now
-- varve:hazard BC102 a.gone: the column was Z until now
-- varve:hazard BC102 a.y: the column was x until now
-- varve:hazard BC102 a.x: the column was y until now
ALTER TABLE a RENAME TO varve_old_a;
ALTER TABLE b RENAME TO a;
ALTER TABLE varve_old_a RENAME TO b;
ALTER TABLE b RENAME COLUMN gone TO z;
ALTER TABLE a RENAME COLUMN "Z" TO gone;
ALTER TABLE a RENAME COLUMN x TO varve_old_x;
ALTER TABLE a RENAME COLUMN y TO x;
ALTER TABLE a RENAME COLUMN varve_old_x TO y;
