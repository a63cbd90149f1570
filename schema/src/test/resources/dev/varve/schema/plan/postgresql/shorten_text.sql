-- ---- ONLINE ----
-- up
-- varve:hazard PG301 t.a: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard MF107 t.a: The migration stops at a value that the new type doesn't hold.
ALTER TABLE t ALTER COLUMN a TYPE varchar(10);

-- down
ALTER TABLE t ALTER COLUMN a TYPE varchar(20);
