-- up
ALTER TABLE t ADD COLUMN note TEXT
  CONSTRAINT t_note_type_check CHECK (length(note) <= 20);
ALTER TABLE t ADD COLUMN state TEXT DEFAULT 'NEW' NOT NULL
  CONSTRAINT t_state_check CHECK (state IN ('NEW', 'OLD'));
ALTER TABLE t ADD COLUMN price TEXT DEFAULT '0.10' NOT NULL
  CONSTRAINT t_price_type_check CHECK (json_valid(price) AND price NOT GLOB '*[^0-9.-]*' AND instr(ltrim(price, '-0') || '.', '.') <= 7 AND length(price) - instr(price || '.', '.') <= 2);
ALTER TABLE t ADD COLUMN parent_id INTEGER
  CONSTRAINT t_parent_id_fkey REFERENCES t (id) ON DELETE SET NULL;
ALTER TABLE t ADD COLUMN code TEXT;
ALTER TABLE t ADD COLUMN loud TEXT GENERATED ALWAYS AS (upper(a)) VIRTUAL;
UPDATE t SET code = (a || id);
CREATE INDEX t_parent_id_idx ON t (parent_id);

-- down
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:destructive t.note
-- varve:destructive t.state
-- varve:destructive t.price
-- varve:destructive t.parent_id
-- varve:destructive t.code
-- varve:hazard LT101 t.: SQLite copies the table, since it can't drop parent_id and the foreign key t_parent_id_fkey in place; nobody can write meanwhile.
DROP INDEX t_parent_id_idx;

-- Builds t anew, since SQLite can't drop parent_id and the foreign key t_parent_id_fkey in place. A
-- new table takes over the rows, then the name. Foreign keys have to be off meanwhile, or DROP
-- TABLE would delete rows that refer to it, and triggers of your own are dropped with the old
-- table; the applier switches the keys off and creates the triggers again.
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
