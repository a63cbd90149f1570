-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't change the type of n and s, or add the constraint t_u_type_check in place; nobody can write meanwhile.
-- varve:hazard MF107 t.s: The migration stops at a value that the new type doesn't hold.
-- varve:hazard MF107 t.u: The migration stops at a value that the new type doesn't hold.

-- Builds t anew, since SQLite can't change the type of n and s, or add the constraint
-- t_u_type_check in place. A new table takes over the rows, then the name. Foreign keys have to be
-- off meanwhile, or DROP TABLE would delete rows that refer to it, and triggers of your own are
-- dropped with the old table; the applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  n   TEXT NOT NULL,
  s   INTEGER NOT NULL,
  u   TEXT NOT NULL,
  CONSTRAINT t_u_type_check CHECK (length(u) = 36)
) STRICT;
INSERT INTO varve_new_t (id, n, s, u)
SELECT id,
       CAST(n AS TEXT),
       CASE WHEN CAST(CAST(s AS INTEGER) AS TEXT) = s
         THEN CAST(s AS INTEGER)
         ELSE json_extract('{}', 't.s is no 64-bit number: ' || s) END,
       CASE WHEN u LIKE '________-____-____-____-____________' AND length(replace(u, '-', '')) = 32 AND lower(u) NOT GLOB '*[^0-9a-f-]*'
         THEN lower(u)
         ELSE json_extract('{}', 't.u is no UUID: ' || u) END
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
-- varve:hazard LT101 t.: SQLite copies the table, since it can't change the type of n and s, or drop the constraint t_u_type_check in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't change the type of n and s, or drop the constraint
-- t_u_type_check in place. A new table takes over the rows, then the name. Foreign keys have to be
-- off meanwhile, or DROP TABLE would delete rows that refer to it, and triggers of your own are
-- dropped with the old table; the applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id  INTEGER PRIMARY KEY AUTOINCREMENT,
  n   INTEGER NOT NULL,
  s   TEXT NOT NULL,
  u   TEXT NOT NULL
) STRICT;
INSERT INTO varve_new_t (id, n, s, u)
SELECT id,
       CASE WHEN CAST(CAST(n AS INTEGER) AS TEXT) = n AND CAST(n AS INTEGER) BETWEEN -2147483648 AND 2147483647
         THEN CAST(n AS INTEGER)
         ELSE json_extract('{}', 't.n is no 32-bit number: ' || n) END,
       CAST(s AS TEXT),
       u
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
