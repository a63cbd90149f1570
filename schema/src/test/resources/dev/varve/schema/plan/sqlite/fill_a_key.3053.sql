-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't convert the unique values of a and b, or change the type of b in place; nobody can write meanwhile.
-- varve:hazard MF104 t.a: An application that writes null into the column fails from now on.
-- varve:hazard MF101 t.a: The migration stops if @Backfill gives two rows the same value: rows must differ in it.
-- varve:hazard MF101 t.b: The migration stops if @Backfill gives two rows the same value: rows must differ in it.

-- Builds t anew, since SQLite can't convert the unique values of a and b, or change the type of b
-- in place. A new table takes over the rows, then the name. Foreign keys have to be off meanwhile,
-- or DROP TABLE would delete rows that refer to it, and triggers of your own are dropped with the
-- old table; the applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  a   TEXT NOT NULL,
  b   INTEGER NOT NULL
) STRICT;
INSERT INTO varve_new_t (id, a, b)
SELECT id,
       coalesce(a, 'none'),
       (CAST(b AS integer))
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX t_a_key ON t (a);
CREATE UNIQUE INDEX t_b_key ON t (b);

-- down
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't change the type of b, or convert the unique values of b in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't change the type of b, or convert the unique values of b in
-- place. A new table takes over the rows, then the name. Foreign keys have to be off meanwhile, or
-- DROP TABLE would delete rows that refer to it, and triggers of your own are dropped with the old
-- table; the applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  a   TEXT,
  b   TEXT NOT NULL
) STRICT;
INSERT INTO varve_new_t (id, a, b)
SELECT id,
       a,
       CAST(b AS TEXT)
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX t_a_key ON t (a);
CREATE UNIQUE INDEX t_b_key ON t (b);
