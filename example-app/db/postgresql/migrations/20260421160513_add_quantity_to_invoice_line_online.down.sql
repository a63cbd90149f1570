-- varve: add_quantity_to_invoice_line_online (generated 2026-04-21)
-- See db/postgresql/schema.sql for the schema.
-- varve:transaction none

ALTER TABLE invoice_line DROP CONSTRAINT IF EXISTS invoice_line_quantity_check;

ALTER TABLE invoice_line ALTER COLUMN quantity DROP NOT NULL;
