-- varve: price_every_track (generated 2026-03-16)
-- See db/postgresql/schema.sql for the schema.

COMMENT ON COLUMN track.unit_price IS 'what it costs today, in dollars';
