-- varve: price_every_track_online (generated 2026-03-16)
-- See db/postgresql/schema.sql for the schema.
-- varve:transaction none

ALTER TABLE track ALTER COLUMN unit_price DROP NOT NULL;
