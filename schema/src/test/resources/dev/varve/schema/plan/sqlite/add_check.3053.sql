-- up
-- varve:hazard MF105 t.a: The migration stops at a row that t_a_check forbids, and such rows can't be updated from then on.
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a <> '');

-- down
ALTER TABLE t DROP CONSTRAINT t_a_check;
