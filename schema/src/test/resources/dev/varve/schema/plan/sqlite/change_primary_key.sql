-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't change the primary key, or add id NOT NULL in place; nobody can write meanwhile.
-- varve:hazard MF101 t.code: The migration stops if two rows agree.
-- varve:hazard CD103 t.: What finds or replicates rows by the former primary key doesn't any more.

-- Builds t anew, since SQLite can't change the primary key, or add id NOT NULL in place. A new
-- table takes over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE
-- would delete rows that refer to it, and triggers of your own are dropped with the old table; the
-- applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  code    TEXT NOT NULL,
  n       INTEGER NOT NULL
) STRICT;
INSERT INTO varve_new_t (code, n)
SELECT code, n
FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX t_code_key ON t (code);

-- down
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:destructive t.id
-- varve:hazard LT101 t.: SQLite copies the table, since it can't change the primary key, or drop id in place; nobody can write meanwhile.
DROP INDEX t_code_key;

-- Builds t anew, since SQLite can't change the primary key, or drop id in place. A new table takes
-- over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete
-- rows that refer to it, and triggers of your own are dropped with the old table; the applier
-- switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  code    TEXT NOT NULL,
  n       INTEGER NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (code)
) STRICT;
INSERT INTO varve_new_t (code, n)
SELECT code, n
FROM t;
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
