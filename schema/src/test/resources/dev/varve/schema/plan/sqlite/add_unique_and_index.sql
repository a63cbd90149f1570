-- up
-- varve:hazard MF101 t.a: The migration stops if two rows agree.
CREATE INDEX t_a_id_idx ON t (a, id) WHERE a <> 'z';
CREATE UNIQUE INDEX t_a_key ON t (a);

-- down
DROP INDEX t_a_id_idx;
DROP INDEX t_a_key;
