-- varve: refund_invoices (generated 2026-10-02)
-- See db/postgresql/schema.sql for the schema.
-- varve:transaction none

ALTER TABLE invoice
  DROP CONSTRAINT IF EXISTS invoice_status_check,
  ADD CONSTRAINT invoice_status_check CHECK (status IN ('OPEN', 'PAID')) NOT VALID;

ALTER TABLE invoice VALIDATE CONSTRAINT invoice_status_check;
