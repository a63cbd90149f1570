-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't set NOT NULL on a, or change the constraint t_a_check in place; nobody can write meanwhile.
-- varve:hazard MF104 t.a: An application that writes null into the column fails from now on.
-- varve:hazard BC105 t.a: An application that writes the former values fails from now on.
-- varve:hazard MF107 t.a: The migration stops at a value that the new type doesn't hold.

-- Builds t anew, since SQLite can't set NOT NULL on a, or change the constraint t_a_check in place.
-- A new table takes over the rows, then the name. Foreign keys have to be off meanwhile, or DROP
-- TABLE would delete rows that refer to it, and triggers of your own are dropped with the old
-- table; the applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  a   TEXT NOT NULL,
  CONSTRAINT t_a_check CHECK (a IN ('LAST', 'NEW'))
) STRICT;
INSERT INTO varve_new_t (id, a)
SELECT id,
       coalesce(CASE a WHEN 'OLD' THEN 'LAST' ELSE a END, 'NEW')
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
-- varve:hazard LT101 t.: SQLite copies the table, since it can't drop NOT NULL from a, or change the constraint t_a_check in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't drop NOT NULL from a, or change the constraint t_a_check in
-- place. A new table takes over the rows, then the name. Foreign keys have to be off meanwhile, or
-- DROP TABLE would delete rows that refer to it, and triggers of your own are dropped with the old
-- table; the applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  a   TEXT,
  CONSTRAINT t_a_check CHECK (a IN ('OLD', 'NEW'))
) STRICT;
INSERT INTO varve_new_t (id, a)
SELECT id,
       CASE a WHEN 'LAST' THEN 'OLD' ELSE a END
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
