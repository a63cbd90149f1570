ALTER TABLE IF EXISTS departments DROP CONSTRAINT IF EXISTS departments_head_id_fkey;
DROP TABLE IF EXISTS billing.invoices;
DROP TABLE IF EXISTS order_tags;
DROP TABLE IF EXISTS tags;
DROP TABLE IF EXISTS order_lines;
DROP TABLE IF EXISTS "order";
DROP TABLE IF EXISTS everything;
DROP TABLE IF EXISTS customers;
DROP TABLE IF EXISTS employees;
DROP TABLE IF EXISTS departments;
DROP TYPE IF EXISTS billing.mood;
DO $$ BEGIN
  DROP SCHEMA IF EXISTS billing;
EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL;
END $$;
