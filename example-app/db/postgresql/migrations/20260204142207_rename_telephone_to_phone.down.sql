-- varve: rename_telephone_to_phone (generated 2026-02-04)
-- See db/postgresql/schema.sql for the schema.

ALTER TABLE customer RENAME COLUMN phone TO telephone;
