-- varve: add_quantity_to_invoice_line (generated 2026-04-21)
-- See db/sqlite/schema.sql for the schema.
-- varve:foreign_keys off
-- varve:rebuild invoice_line
-- varve:hazard LT101 invoice_line: SQLite copies the table, since it can't add quantity NOT NULL and the constraint invoice_line_quantity_check in place; nobody can write meanwhile.
-- varve:hazard MF103 invoice_line.quantity: An application that doesn't know the column can't insert rows from now on.

-- Builds invoice_line anew, since SQLite can't add quantity NOT NULL and the constraint
-- invoice_line_quantity_check in place. A new table takes over the rows, then the name. Foreign
-- keys have to be off meanwhile, or DROP TABLE would delete rows that refer to it, and triggers of
-- your own are dropped with the old table; the applier switches the keys off and creates the
-- triggers again.
CREATE TABLE varve_new_invoice_line (
  invoice_line_id INTEGER PRIMARY KEY AUTOINCREMENT,
  invoice_id      INTEGER NOT NULL,
  track_id        INTEGER NOT NULL,
  unit_price      TEXT NOT NULL,
  quantity        INTEGER NOT NULL,
  CONSTRAINT invoice_line_quantity_check CHECK (quantity > 0),
  CONSTRAINT invoice_line_unit_price_check CHECK (CAST(unit_price AS REAL) >= 0),
  CONSTRAINT invoice_line_unit_price_type_check CHECK (json_valid(unit_price) AND unit_price NOT GLOB '*[^0-9.-]*' AND instr(ltrim(unit_price, '-0') || '.', '.') <= 9 AND length(unit_price) - instr(unit_price || '.', '.') <= 2),
  CONSTRAINT invoice_line_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice (invoice_id),
  CONSTRAINT invoice_line_track_id_fkey FOREIGN KEY (track_id) REFERENCES track (track_id)
) STRICT;

INSERT INTO varve_new_invoice_line (invoice_line_id, invoice_id, track_id, unit_price, quantity)
SELECT invoice_line_id,
       invoice_id,
       track_id,
       unit_price,
       1
FROM invoice_line;

-- No key is given twice, not even a deleted one.
DELETE FROM sqlite_sequence WHERE name = 'varve_new_invoice_line';

INSERT INTO sqlite_sequence (name, seq)
SELECT 'varve_new_invoice_line', seq FROM sqlite_sequence WHERE name = 'invoice_line';

DROP TABLE invoice_line;

PRAGMA legacy_alter_table = ON;

ALTER TABLE varve_new_invoice_line RENAME TO invoice_line;

PRAGMA legacy_alter_table = OFF;

CREATE INDEX invoice_line_invoice_id_idx ON invoice_line (invoice_id);

CREATE INDEX invoice_line_track_id_idx ON invoice_line (track_id);
