-- varve: look_after_customers (generated 2026-07-09)
-- See db/postgresql/schema.sql for the schema.

ALTER TABLE customer ADD COLUMN support_rep_id integer;

COMMENT ON COLUMN customer.support_rep_id IS 'the employee who looks after the customer';
