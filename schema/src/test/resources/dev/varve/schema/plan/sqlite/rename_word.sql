-- up
-- varve:foreign_keys off
-- varve:rebuild t
-- varve:hazard LT101 t.: SQLite copies the table, since it can't change the constraint t_tier_check in place; nobody can write meanwhile.
-- varve:hazard BC105 t.tier: An application that writes the former values fails from now on.
-- varve:hazard MF107 t.tier: The migration stops at a value that the new type doesn't hold.
-- varve:hazard BC105 t.all: An application that writes the former values fails from now on.
-- varve:hazard MF107 t.all: The migration stops at a value that the new type doesn't hold.

-- Builds t anew, since SQLite can't change the constraint t_tier_check in place. A new table takes
-- over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete
-- rows that refer to it, and triggers of your own are dropped with the old table; the applier
-- switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  tier    TEXT NOT NULL,
  "all"   TEXT,
  CONSTRAINT t_all_check CHECK ("all" IS NULL OR json_valid("all") AND json_type("all") = 'array'),
  CONSTRAINT t_tier_check CHECK (tier IN ('BASE', 'PRO'))
) STRICT;
INSERT INTO varve_new_t (id, tier, "all")
SELECT id,
       CASE tier WHEN 'FREE' THEN 'BASE' ELSE tier END,
       CASE WHEN "all" IS NOT NULL
         THEN (SELECT json_group_array(CASE WHEN value IN ('BASE', 'PRO') THEN value ELSE json_extract('{}', 't.all is no such text: ' || value) END)
               FROM (SELECT CASE value WHEN 'FREE' THEN 'BASE' ELSE value END AS value FROM json_each(t."all"))) END
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
-- varve:hazard LT101 t.: SQLite copies the table, since it can't change the constraint t_tier_check in place; nobody can write meanwhile.

-- Builds t anew, since SQLite can't change the constraint t_tier_check in place. A new table takes
-- over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete
-- rows that refer to it, and triggers of your own are dropped with the old table; the applier
-- switches the keys off and creates the triggers again.
CREATE TABLE varve_new_t (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  tier    TEXT NOT NULL,
  "all"   TEXT,
  CONSTRAINT t_all_check CHECK ("all" IS NULL OR json_valid("all") AND json_type("all") = 'array'),
  CONSTRAINT t_tier_check CHECK (tier IN ('FREE', 'PRO'))
) STRICT;
INSERT INTO varve_new_t (id, tier, "all")
SELECT id,
       CASE tier WHEN 'BASE' THEN 'FREE' ELSE tier END,
       CASE WHEN "all" IS NOT NULL
         THEN (SELECT json_group_array(CASE WHEN value IN ('FREE', 'PRO') THEN value ELSE json_extract('{}', 't.all is no such text: ' || value) END)
               FROM (SELECT CASE value WHEN 'BASE' THEN 'FREE' ELSE value END AS value FROM json_each(t."all"))) END
FROM t;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_t';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE t;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_t RENAME TO t;
PRAGMA legacy_alter_table = OFF;
