-- varve: init_schema (generated 2026-01-12)
-- See db/sqlite/schema.sql for the schema.

-- Somebody, or a band, who records albums.
CREATE TABLE IF NOT EXISTS artist (
  artist_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  -- the name on the sleeve
  name        TEXT,
  CONSTRAINT artist_name_type_check CHECK (length(name) <= 120)
) STRICT;

-- Tracks that were published together.
CREATE TABLE IF NOT EXISTS album (
  album_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  -- the title on the sleeve
  title       TEXT NOT NULL,
  -- who recorded it
  artist_id   INTEGER NOT NULL,
  CONSTRAINT album_title_type_check CHECK (length(title) <= 160),
  CONSTRAINT album_artist_id_fkey FOREIGN KEY (artist_id) REFERENCES artist (artist_id)
) STRICT;
CREATE INDEX IF NOT EXISTS album_artist_id_idx ON album (artist_id);

-- Somebody who can buy.
CREATE TABLE IF NOT EXISTS customer (
  customer_id INTEGER PRIMARY KEY AUTOINCREMENT,
  first_name  TEXT NOT NULL,
  last_name   TEXT NOT NULL,
  -- the employer, for whom the customer buys
  company     TEXT,
  -- street and number
  address     TEXT,
  city        TEXT,
  -- state or province, where the country has them
  state       TEXT,
  country     TEXT,
  postal_code TEXT,
  telephone   TEXT,
  fax         TEXT,
  email       TEXT NOT NULL,
  CONSTRAINT customer_first_name_type_check CHECK (length(first_name) <= 40),
  CONSTRAINT customer_last_name_type_check CHECK (length(last_name) <= 20),
  CONSTRAINT customer_company_type_check CHECK (length(company) <= 80),
  CONSTRAINT customer_address_type_check CHECK (length(address) <= 70),
  CONSTRAINT customer_city_type_check CHECK (length(city) <= 40),
  CONSTRAINT customer_state_type_check CHECK (length(state) <= 40),
  CONSTRAINT customer_country_type_check CHECK (length(country) <= 40),
  CONSTRAINT customer_postal_code_type_check CHECK (length(postal_code) <= 10),
  CONSTRAINT customer_telephone_type_check CHECK (length(telephone) <= 24),
  CONSTRAINT customer_fax_type_check CHECK (length(fax) <= 24),
  CONSTRAINT customer_email_type_check CHECK (length(email) <= 60)
) STRICT;

-- Somebody who works in the store.
CREATE TABLE IF NOT EXISTS employee (
  employee_id INTEGER PRIMARY KEY AUTOINCREMENT,
  last_name   TEXT NOT NULL,
  first_name  TEXT NOT NULL,
  -- the position held
  title       TEXT,
  -- the superior; nobody for the general manager
  reports_to  INTEGER,
  birth_date  TEXT,
  hire_date   TEXT,
  -- street and number
  address     TEXT,
  city        TEXT,
  -- state or province, where the country has them
  state       TEXT,
  country     TEXT,
  postal_code TEXT,
  phone       TEXT,
  fax         TEXT,
  email       TEXT,
  CONSTRAINT employee_last_name_type_check CHECK (length(last_name) <= 20),
  CONSTRAINT employee_first_name_type_check CHECK (length(first_name) <= 20),
  CONSTRAINT employee_title_type_check CHECK (length(title) <= 30),
  CONSTRAINT employee_address_type_check CHECK (length(address) <= 70),
  CONSTRAINT employee_city_type_check CHECK (length(city) <= 40),
  CONSTRAINT employee_state_type_check CHECK (length(state) <= 40),
  CONSTRAINT employee_country_type_check CHECK (length(country) <= 40),
  CONSTRAINT employee_postal_code_type_check CHECK (length(postal_code) <= 10),
  CONSTRAINT employee_phone_type_check CHECK (length(phone) <= 24),
  CONSTRAINT employee_fax_type_check CHECK (length(fax) <= 24),
  CONSTRAINT employee_email_type_check CHECK (length(email) <= 60),
  CONSTRAINT employee_reports_to_fkey FOREIGN KEY (reports_to) REFERENCES employee (employee_id)
) STRICT;
CREATE INDEX IF NOT EXISTS employee_reports_to_idx ON employee (reports_to);

-- A kind of music.
CREATE TABLE IF NOT EXISTS genre (
  genre_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT,
  CONSTRAINT genre_name_type_check CHECK (length(name) <= 120)
) STRICT;

-- What a customer bought at one time.
CREATE TABLE IF NOT EXISTS invoice (
  invoice_id          INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id         INTEGER NOT NULL,
  invoice_date        TEXT NOT NULL,
  -- street and number
  billing_address     TEXT,
  billing_city        TEXT,
  -- state or province, where the country has them
  billing_state       TEXT,
  billing_country     TEXT,
  billing_postal_code TEXT,
  -- the sum of its lines, in dollars
  total               TEXT NOT NULL,
  -- how far it has come; most are paid at once
  status              TEXT DEFAULT 'PAID' NOT NULL,
  CONSTRAINT invoice_billing_address_type_check CHECK (length(billing_address) <= 70),
  CONSTRAINT invoice_billing_city_type_check CHECK (length(billing_city) <= 40),
  CONSTRAINT invoice_billing_state_type_check CHECK (length(billing_state) <= 40),
  CONSTRAINT invoice_billing_country_type_check CHECK (length(billing_country) <= 40),
  CONSTRAINT invoice_billing_postal_code_type_check CHECK (length(billing_postal_code) <= 10),
  CONSTRAINT invoice_total_type_check CHECK (json_valid(total) AND total NOT GLOB '*[^0-9.-]*' AND instr(ltrim(total, '-0') || '.', '.') <= 9 AND length(total) - instr(total || '.', '.') <= 2),
  CONSTRAINT invoice_status_check CHECK (status IN ('OPEN', 'PAID')),
  CONSTRAINT invoice_total_check CHECK (CAST(total AS REAL) >= 0),
  CONSTRAINT invoice_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (customer_id)
) STRICT;
CREATE INDEX IF NOT EXISTS invoice_customer_id_idx ON invoice (customer_id);

-- How a track is encoded.
CREATE TABLE IF NOT EXISTS media_type (
  media_type_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name            TEXT,
  CONSTRAINT media_type_name_type_check CHECK (length(name) <= 120)
) STRICT;

-- A piece of music that can be bought.
CREATE TABLE IF NOT EXISTS track (
  track_id        INTEGER PRIMARY KEY AUTOINCREMENT,
  name            TEXT NOT NULL,
  -- where it was published, if it was published on an album
  album_id        INTEGER,
  media_type_id   INTEGER NOT NULL,
  genre_id        INTEGER,
  -- who wrote it, as free text
  composer        TEXT,
  -- how long it plays
  milliseconds    INTEGER NOT NULL,
  -- how large its file is
  bytes           INTEGER,
  -- what it costs today, in dollars, where that is not the usual 0.99
  unit_price      TEXT,
  CONSTRAINT track_name_type_check CHECK (length(name) <= 200),
  CONSTRAINT track_composer_type_check CHECK (length(composer) <= 220),
  CONSTRAINT track_unit_price_type_check CHECK (unit_price IS NULL OR json_valid(unit_price) AND unit_price NOT GLOB '*[^0-9.-]*' AND instr(ltrim(unit_price, '-0') || '.', '.') <= 9 AND length(unit_price) - instr(unit_price || '.', '.') <= 2),
  CONSTRAINT track_milliseconds_check CHECK (milliseconds > 0),
  CONSTRAINT track_unit_price_check CHECK (CAST(unit_price AS REAL) >= 0),
  CONSTRAINT track_album_id_fkey FOREIGN KEY (album_id) REFERENCES album (album_id),
  CONSTRAINT track_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES genre (genre_id),
  CONSTRAINT track_media_type_id_fkey FOREIGN KEY (media_type_id) REFERENCES media_type (media_type_id)
) STRICT;
CREATE INDEX IF NOT EXISTS track_album_id_idx ON track (album_id);
CREATE INDEX IF NOT EXISTS track_genre_id_idx ON track (genre_id);
CREATE INDEX IF NOT EXISTS track_media_type_id_idx ON track (media_type_id);

-- One track on an invoice. Lines are many and short-lived in memory, so they hold keys, not records.
CREATE TABLE IF NOT EXISTS invoice_line (
  invoice_line_id INTEGER PRIMARY KEY AUTOINCREMENT,
  invoice_id      INTEGER NOT NULL,
  track_id        INTEGER NOT NULL,
  -- what the track cost when it was bought, in dollars
  unit_price      TEXT NOT NULL,
  CONSTRAINT invoice_line_unit_price_type_check CHECK (json_valid(unit_price) AND unit_price NOT GLOB '*[^0-9.-]*' AND instr(ltrim(unit_price, '-0') || '.', '.') <= 9 AND length(unit_price) - instr(unit_price || '.', '.') <= 2),
  CONSTRAINT invoice_line_unit_price_check CHECK (CAST(unit_price AS REAL) >= 0),
  CONSTRAINT invoice_line_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice (invoice_id),
  CONSTRAINT invoice_line_track_id_fkey FOREIGN KEY (track_id) REFERENCES track (track_id)
) STRICT;
CREATE INDEX IF NOT EXISTS invoice_line_invoice_id_idx ON invoice_line (invoice_id);
CREATE INDEX IF NOT EXISTS invoice_line_track_id_idx ON invoice_line (track_id);

-- A named choice of tracks.
CREATE TABLE IF NOT EXISTS playlist (
  playlist_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT,
  CONSTRAINT playlist_name_type_check CHECK (length(name) <= 120)
) STRICT;

-- the tracks on it, each once
CREATE TABLE IF NOT EXISTS playlist_track (
  playlist_id INTEGER NOT NULL,
  track_id    INTEGER NOT NULL,
  CONSTRAINT playlist_track_pkey PRIMARY KEY (playlist_id, track_id),
  CONSTRAINT playlist_track_playlist_id_fkey FOREIGN KEY (playlist_id) REFERENCES playlist (playlist_id) ON DELETE CASCADE,
  CONSTRAINT playlist_track_track_id_fkey FOREIGN KEY (track_id) REFERENCES track (track_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX IF NOT EXISTS playlist_track_track_id_idx ON playlist_track (track_id);
