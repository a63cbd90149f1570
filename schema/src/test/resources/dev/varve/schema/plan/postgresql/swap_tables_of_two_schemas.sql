-- ---- MAIN ----
-- up
-- varve:hazard BC101 sales.t.: An application that knows the table as billing.t fails from now on.
-- varve:hazard BC101 billing.t.: An application that knows the table as sales.t fails from now on.
ALTER TABLE sales.t RENAME TO t_former;
ALTER SEQUENCE IF EXISTS sales.t_id_seq RENAME TO t_former_id_seq;
ALTER TABLE billing.t RENAME CONSTRAINT t_pkey TO t_pkey_moved;
ALTER TABLE billing.t SET SCHEMA sales;
ALTER TABLE sales.t_former SET SCHEMA billing;
ALTER TABLE billing.t_former RENAME TO t;
ALTER SEQUENCE IF EXISTS billing.t_former_id_seq RENAME TO t_id_seq;
ALTER TABLE sales.t RENAME CONSTRAINT t_pkey_moved TO t_pkey;

-- down
ALTER TABLE sales.t RENAME CONSTRAINT t_pkey TO t_pkey_moved;
ALTER TABLE billing.t RENAME TO t_former;
ALTER SEQUENCE IF EXISTS billing.t_id_seq RENAME TO t_former_id_seq;
ALTER TABLE billing.t_former SET SCHEMA sales;
ALTER TABLE sales.t SET SCHEMA billing;
ALTER TABLE billing.t RENAME CONSTRAINT t_pkey_moved TO t_pkey;
ALTER TABLE sales.t_former RENAME TO t;
ALTER SEQUENCE IF EXISTS sales.t_former_id_seq RENAME TO t_id_seq;
