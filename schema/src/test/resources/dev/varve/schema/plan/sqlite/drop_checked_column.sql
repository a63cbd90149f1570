-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:destructive t.short
-- varve:destructive t.other
-- varve:hazard LT101 t.: SQLite copies the table, since it can't drop short in place; nobody can write meanwhile.
-- varve:hazard DS103 t.short: The column's values are lost.
-- varve:hazard DS103 t.other: The column's values are lost.

-- Builds t anew, since SQLite can't drop short in place. A new table takes over the rows, then the
-- name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that refer to it,
-- and triggers of your own are dropped with the old table; the applier switches the keys off and
-- creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  a   TEXT NOT NULL
) STRICT;
INSERT INTO varve_new_t (id, a)
SELECT id, a
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
-- varve:hazard LT101 t.: SQLite copies the table, since it can't add short NOT NULL and other NOT NULL in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't add short NOT NULL and other NOT NULL in place. A new table
-- takes over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would
-- delete rows that refer to it, and triggers of your own are dropped with the old table; the
-- applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  a       TEXT NOT NULL,
  short   TEXT NOT NULL,
  other   TEXT NOT NULL,
  CONSTRAINT t_short_type_check CHECK (length(short) <= 3)
) STRICT;

-- The values of short are lost, and it is NOT NULL: rows get another.
-- The values of other are lost, and it is NOT NULL: rows get another.
INSERT INTO varve_new_t (id, a, short, other)
SELECT id,
       a,
       '',
       ''
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
