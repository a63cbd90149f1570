-- up
-- varve:hazard BC101 customers.: the table was clients until now
-- varve:hazard BC102 customers.full_name: the column was name until now
-- varve:hazard BC102 orders.customer_id: the column was client_id until now
ALTER TABLE clients RENAME TO customers;
ALTER TABLE customers RENAME COLUMN name TO full_name;
ALTER TABLE orders RENAME COLUMN client_id TO customer_id;
DROP INDEX clients_name_key;
CREATE UNIQUE INDEX customers_full_name_key ON customers (full_name);

-- down
-- varve:hazard BC101 clients.: the table was customers until now
-- varve:hazard BC102 clients.name: the column was full_name until now
-- varve:hazard BC102 orders.client_id: the column was customer_id until now
ALTER TABLE customers RENAME TO clients;
ALTER TABLE clients RENAME COLUMN full_name TO name;
ALTER TABLE orders RENAME COLUMN customer_id TO client_id;
DROP INDEX customers_full_name_key;
CREATE UNIQUE INDEX clients_name_key ON clients (name);
