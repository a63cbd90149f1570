-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies all rows of the table, and nobody else can write meanwhile: it can't change the primary key, or add id NOT NULL in place
-- varve:hazard MF101 t.: the unique index t_code_key can't be built where rows agree in its columns

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
-- varve:hazard LT101 t.: SQLite copies all rows of the table, and nobody else can write meanwhile: it can't change the primary key, or drop id in place
-- varve:hazard DS103 t.id: the column is dropped with its values

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
