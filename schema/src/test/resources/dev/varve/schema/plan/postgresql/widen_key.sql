-- ---- ONLINE ----
-- up
ALTER TABLE t ALTER COLUMN p_id TYPE varchar(20);
ALTER TABLE p ALTER COLUMN id TYPE varchar(20);

-- down
-- varve:hazard PG301 p.id: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.p_id: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE p ALTER COLUMN id TYPE varchar(10);
ALTER TABLE t ALTER COLUMN p_id TYPE varchar(10);
