-- up
-- varve:foreign_keys off
-- varve:rebuild kids
-- varve:hazard LT101 kids.: SQLite copies the table, since it can't add the foreign key kids_t_id_fkey in place; nobody can write meanwhile.
-- varve:hazard MF106 kids.t_id: The migration stops at a row that refers to nothing in t.

-- Builds kids anew, since SQLite can't add the foreign key kids_t_id_fkey in place. A new table
-- takes over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would
-- delete rows that refer to it, and triggers of your own are dropped with the old table; the
-- applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_kids (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  t_id    INTEGER NOT NULL,
  CONSTRAINT kids_t_id_fkey FOREIGN KEY (t_id) REFERENCES t (id) ON DELETE CASCADE
) STRICT;
INSERT INTO varve_new_kids (id, t_id)
SELECT id, t_id
FROM kids;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_kids';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_kids', seq FROM sqlite_sequence WHERE name = 'kids';
DROP TABLE kids;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_kids RENAME TO kids;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX kids_t_id_idx ON kids (t_id);

-- down
-- varve:foreign_keys off
-- varve:rebuild kids
-- varve:hazard LT101 kids.: SQLite copies the table, since it can't drop the foreign key kids_t_id_fkey in place; nobody can write meanwhile.
DROP INDEX kids_t_id_idx;

-- Builds kids anew, since SQLite can't drop the foreign key kids_t_id_fkey in place. A new table
-- takes over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would
-- delete rows that refer to it, and triggers of your own are dropped with the old table; the
-- applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_kids (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  t_id    INTEGER NOT NULL
) STRICT;
INSERT INTO varve_new_kids (id, t_id)
SELECT id, t_id
FROM kids;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_kids';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_kids', seq FROM sqlite_sequence WHERE name = 'kids';
DROP TABLE kids;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_kids RENAME TO kids;
PRAGMA legacy_alter_table = OFF;
