-- varve:foreign_keys off
DROP TABLE IF EXISTS billing_invoices;
DROP TABLE IF EXISTS order_tags;
DROP TABLE IF EXISTS tags;
DROP TABLE IF EXISTS order_lines;
DROP TABLE IF EXISTS "order";
DROP TABLE IF EXISTS everything;
DROP TABLE IF EXISTS customers;
DROP TABLE IF EXISTS employees;
DROP TABLE IF EXISTS departments;
