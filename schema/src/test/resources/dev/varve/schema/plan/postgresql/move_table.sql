-- ---- MAIN ----
-- up
-- varve:hazard BC101 billing.bills.: An application that knows the table as invoices fails from now on.
DO $$ BEGIN
  IF to_regnamespace('billing') IS NULL THEN
    CREATE SCHEMA billing;
  END IF;
END $$;
ALTER TABLE invoices SET SCHEMA billing;
ALTER TABLE billing.invoices RENAME TO bills;
ALTER SEQUENCE IF EXISTS billing.invoices_id_seq RENAME TO bills_id_seq;
ALTER TABLE billing.bills RENAME CONSTRAINT invoices_pkey TO bills_pkey;

-- down
ALTER TABLE billing.bills RENAME CONSTRAINT bills_pkey TO invoices_pkey;
ALTER TABLE billing.bills RENAME TO invoices;
ALTER SEQUENCE IF EXISTS billing.bills_id_seq RENAME TO invoices_id_seq;
DO $$ BEGIN
  EXECUTE format('ALTER TABLE billing.invoices SET SCHEMA %I', current_schema());
END $$;
DO $$ BEGIN
  DROP SCHEMA IF EXISTS billing;
EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL;
END $$;
