-- varve: look_after_customers_online (generated 2026-07-09)
-- See db/postgresql/schema.sql for the schema.
-- varve:transaction none

ALTER TABLE customer DROP CONSTRAINT IF EXISTS customer_support_rep_id_fkey;

DROP INDEX CONCURRENTLY IF EXISTS customer_support_rep_id_idx;
