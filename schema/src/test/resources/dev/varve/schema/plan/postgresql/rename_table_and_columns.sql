-- ---- MAIN ----
-- up
-- varve:hazard BC101 customers.: An application that knows the table as clients fails from now on.
-- varve:hazard BC102 customers.full_name: An application that knows the column as name fails from now on.
-- varve:hazard BC102 orders.customer_id: An application that knows the column as client_id fails from now on.
ALTER TABLE clients RENAME TO customers;
ALTER SEQUENCE IF EXISTS clients_id_seq RENAME TO customers_id_seq;
ALTER TABLE customers RENAME COLUMN name TO full_name;
ALTER TABLE orders RENAME COLUMN client_id TO customer_id;
ALTER TABLE customers RENAME CONSTRAINT clients_pkey TO customers_pkey;
ALTER TABLE customers RENAME CONSTRAINT clients_name_key TO customers_full_name_key;
ALTER TABLE orders RENAME CONSTRAINT orders_client_id_check TO orders_customer_id_check;
ALTER TABLE orders RENAME CONSTRAINT orders_client_id_fkey TO orders_customer_id_fkey;
ALTER INDEX orders_client_id_idx RENAME TO orders_customer_id_idx;

-- down
ALTER INDEX orders_customer_id_idx RENAME TO orders_client_id_idx;
ALTER TABLE orders RENAME CONSTRAINT orders_customer_id_fkey TO orders_client_id_fkey;
ALTER TABLE orders RENAME CONSTRAINT orders_customer_id_check TO orders_client_id_check;
ALTER TABLE customers RENAME CONSTRAINT customers_full_name_key TO clients_name_key;
ALTER TABLE customers RENAME CONSTRAINT customers_pkey TO clients_pkey;
ALTER TABLE orders RENAME COLUMN customer_id TO client_id;
ALTER TABLE customers RENAME COLUMN full_name TO name;
ALTER TABLE customers RENAME TO clients;
ALTER SEQUENCE IF EXISTS customers_id_seq RENAME TO clients_id_seq;
