-- up

-- What somebody wants.
CREATE TABLE orders (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  note    TEXT NOT NULL,
  t_id    INTEGER NOT NULL,
  CONSTRAINT orders_note_type_check CHECK (length(note) <= 20),
  CONSTRAINT orders_t_id_fkey FOREIGN KEY (t_id) REFERENCES t (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX orders_t_id_idx ON orders (t_id);

-- down
-- varve:foreign_keys off
-- varve:destructive orders.
DROP TABLE orders;
