-- up
-- varve:destructive t.plain
-- varve:destructive t.indexed
-- varve:hazard DS103 t.plain: The column's values are lost.
-- varve:hazard DS103 t.indexed: The column's values are lost.
DROP INDEX t_a_idx;
DROP INDEX t_indexed_idx;
ALTER TABLE t DROP COLUMN plain;
ALTER TABLE t DROP COLUMN "indexed";

-- down
ALTER TABLE t ADD COLUMN plain TEXT;
ALTER TABLE t ADD COLUMN "indexed" TEXT;
CREATE INDEX t_a_idx ON t (a) WHERE plain IS NULL;
CREATE INDEX t_indexed_idx ON t ("indexed");
