-- up
ALTER TABLE t ADD COLUMN b INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE t ADD COLUMN v INTEGER GENERATED ALWAYS AS (b + 1) VIRTUAL;
ALTER TABLE t ADD COLUMN u INTEGER GENERATED ALWAYS AS (v + 1) VIRTUAL;

-- down
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:destructive t.b
-- varve:hazard LT101 t.: SQLite copies the table, since it can't drop v and b in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't drop v and b in place. A new table takes over the rows, then
-- the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that refer to
-- it, and triggers of your own are dropped with the old table; the applier switches the keys off
-- and creates the triggers again.
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
