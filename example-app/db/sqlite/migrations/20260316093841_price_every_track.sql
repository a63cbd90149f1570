-- varve: price_every_track (generated 2026-03-16)
-- See db/sqlite/schema.sql for the schema.
-- varve:foreign_keys off
-- varve:rebuild track
-- varve:hazard LT101 track: SQLite copies the table, since it can't set NOT NULL on unit_price, or change the constraint track_unit_price_type_check in place; nobody can write meanwhile.
-- varve:hazard MF104 track.unit_price: An application that writes null into the column fails from now on.

-- Builds track anew, since SQLite can't set NOT NULL on unit_price, or change the constraint
-- track_unit_price_type_check in place. A new table takes over the rows, then the name. Foreign
-- keys have to be off meanwhile, or DROP TABLE would delete rows that refer to it, and triggers of
-- your own are dropped with the old table; the applier switches the keys off and creates the
-- triggers again.
CREATE TABLE varve_new_track (
  track_id        INTEGER PRIMARY KEY AUTOINCREMENT,
  name            TEXT NOT NULL,
  album_id        INTEGER,
  media_type_id   INTEGER NOT NULL,
  genre_id        INTEGER,
  composer        TEXT,
  milliseconds    INTEGER NOT NULL,
  bytes           INTEGER,
  unit_price      TEXT NOT NULL,
  CONSTRAINT track_composer_type_check CHECK (length(composer) <= 220),
  CONSTRAINT track_milliseconds_check CHECK (milliseconds > 0),
  CONSTRAINT track_name_type_check CHECK (length(name) <= 200),
  CONSTRAINT track_unit_price_check CHECK (CAST(unit_price AS REAL) >= 0),
  CONSTRAINT track_unit_price_type_check CHECK (json_valid(unit_price) AND unit_price NOT GLOB '*[^0-9.-]*' AND instr(ltrim(unit_price, '-0') || '.', '.') <= 9 AND length(unit_price) - instr(unit_price || '.', '.') <= 2),
  CONSTRAINT track_album_id_fkey FOREIGN KEY (album_id) REFERENCES album (album_id),
  CONSTRAINT track_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES genre (genre_id),
  CONSTRAINT track_media_type_id_fkey FOREIGN KEY (media_type_id) REFERENCES media_type (media_type_id)
) STRICT;

INSERT INTO varve_new_track (track_id, name, album_id, media_type_id, genre_id, composer, milliseconds, bytes, unit_price)
SELECT track_id,
       name,
       album_id,
       media_type_id,
       genre_id,
       composer,
       milliseconds,
       bytes,
       coalesce(unit_price, '0.99')
FROM track;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_track';

INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_track', seq FROM sqlite_sequence WHERE name = 'track';

DROP TABLE track;

PRAGMA legacy_alter_table = ON;

ALTER TABLE varve_new_track RENAME TO track;

PRAGMA legacy_alter_table = OFF;

CREATE INDEX track_album_id_idx ON track (album_id);

CREATE INDEX track_genre_id_idx ON track (genre_id);

CREATE INDEX track_media_type_id_idx ON track (media_type_id);
