-- up
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a <> '');

-- down
ALTER TABLE t DROP CONSTRAINT t_a_check;
