-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't set NOT NULL on b and c in place; nobody can write meanwhile.
-- varve:hazard MF104 t.b: An application that writes null into the column fails from now on.
-- varve:hazard MF104 t.c: An application that writes null into the column fails from now on.

-- Builds t anew, since SQLite can't set NOT NULL on b and c in place. A new table takes over the
-- rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that
-- refer to it, and triggers of your own are dropped with the old table; the applier switches the
-- keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  a   TEXT NOT NULL,
  b   TEXT NOT NULL,
  c   INTEGER NOT NULL,
  CONSTRAINT t_b_type_check CHECK (length(b) <= 9)
) STRICT;
INSERT INTO varve_new_t (id, a, b, c)
SELECT id,
       a,
       coalesce(b, a),
       c
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
-- varve:hazard LT101 t.: SQLite copies the table, since it can't drop NOT NULL from b and c in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't drop NOT NULL from b and c in place. A new table takes over the
-- rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that
-- refer to it, and triggers of your own are dropped with the old table; the applier switches the
-- keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  a   TEXT NOT NULL,
  b   TEXT,
  c   INTEGER,
  CONSTRAINT t_b_type_check CHECK (length(b) <= 9)
) STRICT;
INSERT INTO varve_new_t (id, a, b, c)
SELECT id, a, b, c
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
