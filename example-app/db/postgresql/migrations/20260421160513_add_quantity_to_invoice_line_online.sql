-- varve: add_quantity_to_invoice_line_online (generated 2026-04-21)
-- See db/postgresql/schema.sql for the schema.
-- varve:transaction none
-- varve:hazard MF103 invoice_line.quantity: An application that doesn't know the column can't insert rows from now on.
-- varve:hazard MF105 invoice_line.quantity: The migration stops at a row that invoice_line_quantity_check forbids, and such rows can't be updated from then on.

UPDATE invoice_line SET quantity = 1 WHERE quantity IS NULL;

ALTER TABLE invoice_line
  DROP CONSTRAINT IF EXISTS invoice_line_quantity_not_null_check,
  ADD CONSTRAINT invoice_line_quantity_not_null_check CHECK (quantity IS NOT NULL) NOT VALID;

-- Rows that came meanwhile.
UPDATE invoice_line SET quantity = 1 WHERE quantity IS NULL;

ALTER TABLE invoice_line VALIDATE CONSTRAINT invoice_line_quantity_not_null_check;

ALTER TABLE invoice_line ALTER COLUMN quantity SET NOT NULL;

ALTER TABLE invoice_line DROP CONSTRAINT IF EXISTS invoice_line_quantity_not_null_check;

ALTER TABLE invoice_line
  DROP CONSTRAINT IF EXISTS invoice_line_quantity_check,
  ADD CONSTRAINT invoice_line_quantity_check CHECK (quantity > 0) NOT VALID;

ALTER TABLE invoice_line VALIDATE CONSTRAINT invoice_line_quantity_check;
