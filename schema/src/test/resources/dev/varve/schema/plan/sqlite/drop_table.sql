-- up
-- varve:foreign_keys off
-- varve:destructive gone.
-- varve:hazard DS102 gone.: The table's rows are lost.
DROP TABLE gone;

-- down
CREATE TABLE gone (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  t_id    INTEGER NOT NULL,
  CONSTRAINT gone_t_id_fkey FOREIGN KEY (t_id) REFERENCES t (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX gone_t_id_idx ON gone (t_id);
