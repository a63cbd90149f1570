-- varve: rename_telephone_to_phone (generated 2026-02-04)
-- See db/postgresql/schema.sql for the schema.
-- varve:hazard BC102 customer.phone: An application that knows the column as telephone fails from now on.

ALTER TABLE customer RENAME COLUMN telephone TO phone;
