-- up
ALTER TABLE t DROP CONSTRAINT t_a_type_check;
ALTER TABLE t ADD CONSTRAINT t_a_type_check CHECK (length(a) <= 10);

-- down
ALTER TABLE t DROP CONSTRAINT t_a_type_check;
ALTER TABLE t ADD CONSTRAINT t_a_type_check CHECK (length(a) <= 20);
