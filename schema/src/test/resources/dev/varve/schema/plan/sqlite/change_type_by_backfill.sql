-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't change the type of s in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't change the type of s in place. A new table takes over the rows,
-- then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that refer
-- to it, and triggers of your own are dropped with the old table; the applier switches the keys off
-- and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  s   INTEGER NOT NULL
) STRICT;
INSERT INTO varve_new_t (id, s)
SELECT id,
       (length(s))
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;

-- down
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't change the type of s in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't change the type of s in place. A new table takes over the rows,
-- then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that refer
-- to it, and triggers of your own are dropped with the old table; the applier switches the keys off
-- and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  s   TEXT NOT NULL
) STRICT;
INSERT INTO varve_new_t (id, s)
SELECT id,
       CAST(s AS TEXT)
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
