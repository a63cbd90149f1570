-- varve: look_after_customers (generated 2026-07-09)
-- See db/sqlite/schema.sql for the schema.
-- varve:foreign_keys off
-- varve:rebuild customer
-- varve:hazard LT101 customer: SQLite copies the table, since it can't drop support_rep_id and the foreign key customer_support_rep_id_fkey in place; nobody can write meanwhile.
-- varve:destructive column customer.support_rep_id

DROP INDEX customer_support_rep_id_idx;

-- Builds customer anew, since SQLite can't drop support_rep_id and the foreign key
-- customer_support_rep_id_fkey in place. A new table takes over the rows, then the name. Foreign
-- keys have to be off meanwhile, or DROP TABLE would delete rows that refer to it, and triggers of
-- your own are dropped with the old table; the applier switches the keys off and creates the
-- triggers again.
CREATE TABLE varve_new_customer (
  customer_id INTEGER PRIMARY KEY AUTOINCREMENT,
  first_name  TEXT NOT NULL,
  last_name   TEXT NOT NULL,
  company     TEXT,
  address     TEXT,
  city        TEXT,
  state       TEXT,
  country     TEXT,
  postal_code TEXT,
  phone       TEXT,
  fax         TEXT,
  email       TEXT NOT NULL,
  CONSTRAINT customer_address_type_check CHECK (length(address) <= 70),
  CONSTRAINT customer_city_type_check CHECK (length(city) <= 40),
  CONSTRAINT customer_company_type_check CHECK (length(company) <= 80),
  CONSTRAINT customer_country_type_check CHECK (length(country) <= 40),
  CONSTRAINT customer_email_type_check CHECK (length(email) <= 60),
  CONSTRAINT customer_fax_type_check CHECK (length(fax) <= 24),
  CONSTRAINT customer_first_name_type_check CHECK (length(first_name) <= 40),
  CONSTRAINT customer_last_name_type_check CHECK (length(last_name) <= 20),
  CONSTRAINT customer_phone_type_check CHECK (length(phone) <= 24),
  CONSTRAINT customer_postal_code_type_check CHECK (length(postal_code) <= 10),
  CONSTRAINT customer_state_type_check CHECK (length(state) <= 40)
) STRICT;

INSERT INTO varve_new_customer (customer_id, first_name, last_name, company, address, city, state, country, postal_code, phone, fax, email)
SELECT customer_id, first_name, last_name, company, address, city, state, country, postal_code, phone, fax, email
FROM customer;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_customer';

INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_customer', seq FROM sqlite_sequence WHERE name = 'customer';

DROP TABLE customer;

PRAGMA legacy_alter_table = ON;

ALTER TABLE varve_new_customer RENAME TO customer;

PRAGMA legacy_alter_table = OFF;
