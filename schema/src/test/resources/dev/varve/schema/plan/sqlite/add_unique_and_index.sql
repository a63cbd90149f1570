-- up
-- varve:hazard MF101 t.: the unique index t_a_key can't be built where rows agree in its columns
CREATE INDEX t_a_id_idx ON t (a, id) WHERE a <> 'z';
CREATE UNIQUE INDEX t_a_key ON t (a);

-- down
DROP INDEX t_a_id_idx;
DROP INDEX t_a_key;
