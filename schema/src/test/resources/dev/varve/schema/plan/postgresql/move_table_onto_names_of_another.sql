-- ---- MAIN ----
-- up
-- varve:hazard BC101 u.: An application that knows the table as billing.t fails from now on.
ALTER TABLE billing.t RENAME TO t_moved;
ALTER SEQUENCE IF EXISTS billing.t_id_seq RENAME TO t_moved_id_seq;
ALTER TABLE billing.t_moved RENAME CONSTRAINT t_pkey TO t_pkey_moved;
DO $$ BEGIN
  EXECUTE format('ALTER TABLE billing.t_moved SET SCHEMA %I', current_schema());
END $$;
ALTER TABLE t_moved RENAME TO u;
ALTER SEQUENCE IF EXISTS t_moved_id_seq RENAME TO u_id_seq;
ALTER TABLE u RENAME CONSTRAINT t_pkey_moved TO u_pkey;

-- down
ALTER TABLE u RENAME CONSTRAINT u_pkey TO t_pkey_moved;
ALTER TABLE u RENAME TO t_moved;
ALTER SEQUENCE IF EXISTS u_id_seq RENAME TO t_moved_id_seq;
ALTER TABLE t_moved SET SCHEMA billing;
ALTER TABLE billing.t_moved RENAME CONSTRAINT t_pkey_moved TO t_pkey;
ALTER TABLE billing.t_moved RENAME TO t;
ALTER SEQUENCE IF EXISTS billing.t_moved_id_seq RENAME TO t_id_seq;

-- ---- CONTRACT ----
-- up
DO $$ BEGIN
  DROP SCHEMA IF EXISTS billing;
EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL;
END $$;

-- down
DO $$ BEGIN
  IF to_regnamespace('billing') IS NULL THEN
    CREATE SCHEMA billing;
  END IF;
END $$;
