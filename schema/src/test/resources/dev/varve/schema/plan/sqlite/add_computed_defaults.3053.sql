-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't add at with its default, token with its default and loud STORED in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't add at with its default, token with its default and loud STORED
-- in place. A new table takes over the rows, then the name. Foreign keys have to be off meanwhile,
-- or DROP TABLE would delete rows that refer to it, and triggers of your own are dropped with the
-- old table; the applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  a       TEXT NOT NULL,
  at      TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')) NOT NULL,
  token   TEXT DEFAULT (lower(printf('%s-%s-4%.3s-%s%.3s-%s', hex(randomblob(4)), hex(randomblob(2)), hex(randomblob(2)), substr('89AB', 1 + (random() & 3), 1), hex(randomblob(2)), hex(randomblob(6))))) NOT NULL,
  loud    TEXT GENERATED ALWAYS AS (upper(a)) STORED NOT NULL,
  CONSTRAINT t_token_type_check CHECK (length(token) = 36)
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
-- varve:destructive t.at
-- varve:destructive t.token
ALTER TABLE t DROP CONSTRAINT t_token_type_check;
ALTER TABLE t DROP COLUMN at;
ALTER TABLE t DROP COLUMN token;
ALTER TABLE t DROP COLUMN loud;
