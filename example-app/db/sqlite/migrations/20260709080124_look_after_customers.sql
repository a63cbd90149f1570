-- varve: look_after_customers (generated 2026-07-09)
-- See db/sqlite/schema.sql for the schema.

ALTER TABLE customer ADD COLUMN support_rep_id INTEGER
  CONSTRAINT customer_support_rep_id_fkey REFERENCES employee (employee_id);

CREATE INDEX customer_support_rep_id_idx ON customer (support_rep_id);
