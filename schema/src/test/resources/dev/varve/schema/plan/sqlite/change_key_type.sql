-- up
-- varve:foreign_keys off
-- varve:rebuild days
-- varve:hazard LT101 days.: SQLite copies the table, since it can't convert the unique values of id in place; nobody can write meanwhile.

-- Builds days anew, since SQLite can't convert the unique values of id in place. A new table takes
-- over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete
-- rows that refer to it, and triggers of your own are dropped with the old table; the applier
-- switches the keys off and creates the triggers again.
CREATE TABLE varve_new_days (
  id  TEXT NOT NULL,
  CONSTRAINT days_pkey PRIMARY KEY (id)
) STRICT;
INSERT INTO varve_new_days (id)
SELECT id || 'T00:00:00.000000'
FROM days;
DROP TABLE days;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_days RENAME TO days;
PRAGMA legacy_alter_table = OFF;
UPDATE notes SET day_id = day_id || 'T00:00:00.000000';

-- down
-- varve:foreign_keys off
-- varve:rebuild days
-- varve:hazard LT101 days.: SQLite copies the table, since it can't convert the unique values of id in place; nobody can write meanwhile.

-- Builds days anew, since SQLite can't convert the unique values of id in place. A new table takes
-- over the rows, then the name. Foreign keys have to be off meanwhile, or DROP TABLE would delete
-- rows that refer to it, and triggers of your own are dropped with the old table; the applier
-- switches the keys off and creates the triggers again.
CREATE TABLE varve_new_days (
  id  TEXT NOT NULL,
  CONSTRAINT days_pkey PRIMARY KEY (id)
) STRICT;
INSERT INTO varve_new_days (id)
SELECT CASE WHEN substr(id, 11) = 'T00:00:00.000000'
         THEN substr(id, 1, 10)
         ELSE json_extract('{}', 'days.id is no date: ' || id) END
FROM days;
DROP TABLE days;
PRAGMA legacy_alter_table = ON;
ALTER TABLE varve_new_days RENAME TO days;
PRAGMA legacy_alter_table = OFF;
UPDATE notes SET day_id = CASE WHEN substr(day_id, 11) = 'T00:00:00.000000'
         THEN substr(day_id, 1, 10)
         ELSE json_extract('{}', 'notes.day_id is no date: ' || day_id) END;
