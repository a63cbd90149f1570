-- varve: refund_invoices (generated 2026-10-02)
-- See db/sqlite/schema.sql for the schema.
-- varve:foreign_keys off
-- varve:rebuild invoice
-- varve:hazard LT101 invoice: SQLite copies the table, since it can't change the constraint invoice_status_check in place; nobody can write meanwhile.

-- Builds invoice anew, since SQLite can't change the constraint invoice_status_check in place. A
-- new table takes over the rows, then the name. Foreign keys have to be off meanwhile, or DROP
-- TABLE would delete rows that refer to it, and triggers of your own are dropped with the old
-- table; the applier switches the keys off and creates the triggers again.
CREATE TABLE varve_new_invoice (
  invoice_id          INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id         INTEGER NOT NULL,
  invoice_date        TEXT NOT NULL,
  billing_address     TEXT,
  billing_city        TEXT,
  billing_state       TEXT,
  billing_country     TEXT,
  billing_postal_code TEXT,
  total               TEXT NOT NULL,
  status              TEXT DEFAULT 'PAID' NOT NULL,
  CONSTRAINT invoice_billing_address_type_check CHECK (length(billing_address) <= 70),
  CONSTRAINT invoice_billing_city_type_check CHECK (length(billing_city) <= 40),
  CONSTRAINT invoice_billing_country_type_check CHECK (length(billing_country) <= 40),
  CONSTRAINT invoice_billing_postal_code_type_check CHECK (length(billing_postal_code) <= 10),
  CONSTRAINT invoice_billing_state_type_check CHECK (length(billing_state) <= 40),
  CONSTRAINT invoice_status_check CHECK (status IN ('OPEN', 'PAID', 'REFUNDED')),
  CONSTRAINT invoice_total_check CHECK (CAST(total AS REAL) >= 0),
  CONSTRAINT invoice_total_type_check CHECK (json_valid(total) AND total NOT GLOB '*[^0-9.-]*' AND instr(ltrim(total, '-0') || '.', '.') <= 9 AND length(total) - instr(total || '.', '.') <= 2),
  CONSTRAINT invoice_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (customer_id)
) STRICT;

INSERT INTO varve_new_invoice (invoice_id, customer_id, invoice_date, billing_address, billing_city, billing_state, billing_country, billing_postal_code, total, status)
SELECT invoice_id, customer_id, invoice_date, billing_address, billing_city, billing_state, billing_country, billing_postal_code, total, status
FROM invoice;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_invoice';

INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_invoice', seq FROM sqlite_sequence WHERE name = 'invoice';

DROP TABLE invoice;

PRAGMA legacy_alter_table = ON;

ALTER TABLE varve_new_invoice RENAME TO invoice;

PRAGMA legacy_alter_table = OFF;

CREATE INDEX invoice_customer_id_idx ON invoice (customer_id);
