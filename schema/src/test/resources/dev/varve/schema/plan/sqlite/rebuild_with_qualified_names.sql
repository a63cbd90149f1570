-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't set NOT NULL on n in place; nobody can write meanwhile.
-- varve:hazard MF104 t.n: An application that writes null into the column fails from now on.

-- Builds t anew, since SQLite can't set NOT NULL on n in place. A new table takes over the rows,
-- then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that refer
-- to it, and triggers of your own are dropped with the old table; the applier switches the keys off
-- and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  n   INTEGER NOT NULL,
  m   INTEGER GENERATED ALWAYS AS (n * 2) STORED,
  CONSTRAINT t_n_check CHECK (n > 0)
) STRICT;
INSERT INTO varve_new_t (id, n)
SELECT id,
       coalesce(n, (t.id + 1))
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX t_n_idx ON t (n) WHERE n > 5;

-- down
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't drop NOT NULL from n in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't drop NOT NULL from n in place. A new table takes over the rows,
-- then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that refer
-- to it, and triggers of your own are dropped with the old table; the applier switches the keys off
-- and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  n   INTEGER,
  m   INTEGER GENERATED ALWAYS AS (n * 2) STORED,
  CONSTRAINT t_n_check CHECK (n > 0)
) STRICT;
INSERT INTO varve_new_t (id, n)
SELECT id, n
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX t_n_idx ON t (n) WHERE n > 5;
