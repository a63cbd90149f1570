-- up
-- varve:hazard BC101 customers.: An application that knows the table as clients fails from now on.
-- varve:hazard BC102 customers.full_name: An application that knows the column as name fails from now on.
-- varve:hazard BC102 orders.customer_id: An application that knows the column as client_id fails from now on.
ALTER TABLE clients RENAME TO customers;
ALTER TABLE customers RENAME COLUMN name TO full_name;
ALTER TABLE orders RENAME COLUMN client_id TO customer_id;
DROP INDEX clients_name_key;
CREATE UNIQUE INDEX customers_full_name_key ON customers (full_name);

-- down
ALTER TABLE customers RENAME TO clients;
ALTER TABLE clients RENAME COLUMN full_name TO name;
ALTER TABLE orders RENAME COLUMN customer_id TO client_id;
DROP INDEX customers_full_name_key;
CREATE UNIQUE INDEX clients_name_key ON clients (name);
