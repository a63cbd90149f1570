-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:destructive t.old
-- varve:hazard LT101 t.: SQLite copies the table, since it can't add twice NOT NULL and code NOT NULL in place; nobody can write meanwhile.
-- varve:hazard DS103 t.old: The column's values are lost.
-- varve:hazard MF103 t.twice: An application that doesn't know the column can't insert rows from now on.
-- varve:hazard MF103 t.code: An application that doesn't know the column can't insert rows from now on.

-- Builds t anew, since SQLite can't add twice NOT NULL and code NOT NULL in place. A new table
-- takes over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would
-- delete rows that refer to it, and triggers of your own are dropped with the old table; the
-- applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  a       TEXT NOT NULL,
  price   TEXT,
  twice   TEXT NOT NULL,
  same    TEXT,
  code    TEXT NOT NULL,
  CONSTRAINT t_code_type_check CHECK (length(code) <= 9),
  CONSTRAINT t_price_type_check CHECK (price IS NULL OR json_valid(price) AND price NOT GLOB '*[^0-9.-]*' AND instr(ltrim(price, '-0') || '.', '.') <= 7 AND length(price) - instr(price || '.', '.') <= 2),
  CONSTRAINT t_same_type_check CHECK (same IS NULL OR json_valid(same) AND same NOT GLOB '*[^0-9.-]*' AND instr(ltrim(same, '-0') || '.', '.') <= 8 AND length(same) - instr(same || '.', '.') <= 2),
  CONSTRAINT t_twice_type_check CHECK (json_valid(twice) AND twice NOT GLOB '*[^0-9.-]*' AND instr(ltrim(twice, '-0') || '.', '.') <= 8 AND length(twice) - instr(twice || '.', '.') <= 2)
) STRICT;
INSERT INTO varve_new_t (id, a, price, twice, same, code)
SELECT id,
       a,
       price,
       CASE WHEN (coalesce(CAST(price AS REAL), 0) * 2.1) IS NOT NULL THEN printf('%.2f', coalesce(CAST(price AS REAL), 0) * 2.1) END,
       price,
       (coalesce(old, '') || '!')
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX t_a_idx ON t (a);

-- down
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:destructive t.twice
-- varve:destructive t.same
-- varve:destructive t.code
-- varve:hazard LT101 t.: SQLite copies the table, since it can't drop twice, same and code in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't drop twice, same and code in place. A new table takes over the
-- rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete rows that
-- refer to it, and triggers of your own are dropped with the old table; the applier switches the
-- keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  a       TEXT NOT NULL,
  price   TEXT,
  old     TEXT,
  CONSTRAINT t_price_type_check CHECK (price IS NULL OR json_valid(price) AND price NOT GLOB '*[^0-9.-]*' AND instr(ltrim(price, '-0') || '.', '.') <= 7 AND length(price) - instr(price || '.', '.') <= 2)
) STRICT;
INSERT INTO varve_new_t (id, a, price)
SELECT id, a, price
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX t_a_idx ON t (a);
