-- varve: price_every_track_online (generated 2026-03-16)
-- See db/postgresql/schema.sql for the schema.
-- varve:transaction none
-- varve:hazard MF104 track.unit_price: An application that writes null into the column fails from now on.

UPDATE track SET unit_price = 0.99 WHERE unit_price IS NULL;

ALTER TABLE track
  DROP CONSTRAINT IF EXISTS track_unit_price_not_null_check,
  ADD CONSTRAINT track_unit_price_not_null_check CHECK (unit_price IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE track SET unit_price = 0.99 WHERE unit_price IS NULL;

ALTER TABLE track VALIDATE CONSTRAINT track_unit_price_not_null_check;

ALTER TABLE track ALTER COLUMN unit_price SET NOT NULL;

ALTER TABLE track DROP CONSTRAINT IF EXISTS track_unit_price_not_null_check;
