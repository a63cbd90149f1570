-- up
-- varve:hazard MF107 t.a: The migration stops at a value that the new type doesn't hold.
ALTER TABLE t DROP CONSTRAINT t_a_type_check;
ALTER TABLE t ADD CONSTRAINT t_a_type_check CHECK (length(a) <= 10);

-- down
ALTER TABLE t DROP CONSTRAINT t_a_type_check;
ALTER TABLE t ADD CONSTRAINT t_a_type_check CHECK (length(a) <= 20);
