-- varve: add_quantity_to_invoice_line (generated 2026-04-21)
-- See db/postgresql/schema.sql for the schema.

ALTER TABLE invoice_line ADD COLUMN quantity integer;
