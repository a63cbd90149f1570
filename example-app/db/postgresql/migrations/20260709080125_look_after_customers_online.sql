-- varve: look_after_customers_online (generated 2026-07-09)
-- See db/postgresql/schema.sql for the schema.
-- varve:transaction none

CREATE INDEX CONCURRENTLY customer_support_rep_id_idx ON customer (support_rep_id);

DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 'customer'::regclass AND conname = 'customer_support_rep_id_fkey') THEN
    ALTER TABLE customer ADD CONSTRAINT customer_support_rep_id_fkey FOREIGN KEY (support_rep_id) REFERENCES employee (employee_id) NOT VALID;
  END IF;
END $$;

ALTER TABLE customer VALIDATE CONSTRAINT customer_support_rep_id_fkey;
