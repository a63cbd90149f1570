-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't add n NOT NULL in place; nobody can write meanwhile.
-- varve:hazard MF103 t.n: An application that doesn't know the column can't insert rows from now on.

-- Builds t anew, since SQLite can't add n NOT NULL in place. A new table takes over the rows, then
-- the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that refer to
-- it, and triggers of your own are dropped with the old table; the applier switches the keys off
-- and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  n   INTEGER NOT NULL
) STRICT;

-- SQLite counts keys only: once by rows.
INSERT INTO varve_new_t (id, n)
SELECT id,
       rowid
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
-- varve:destructive t.n
ALTER TABLE t DROP COLUMN n;
