-- varve: look_after_customers (generated 2026-07-09)
-- See db/postgresql/schema.sql for the schema.
-- varve:destructive column customer.support_rep_id

ALTER TABLE customer DROP COLUMN support_rep_id;
