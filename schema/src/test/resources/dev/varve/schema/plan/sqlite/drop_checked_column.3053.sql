-- up
-- varve:destructive t.short
-- varve:destructive t.other
-- varve:hazard DS103 t.short: The column's values are lost.
-- varve:hazard DS103 t.other: The column's values are lost.
ALTER TABLE t DROP CONSTRAINT t_short_type_check;
ALTER TABLE t DROP COLUMN short;
ALTER TABLE t DROP COLUMN other;

-- down
ALTER TABLE t ADD COLUMN short TEXT;
ALTER TABLE t ADD COLUMN other TEXT;

-- The values of short are lost, and it is NOT NULL: rows get another.
-- The values of other are lost, and it is NOT NULL: rows get another.
UPDATE t
SET short = '',
    other = '';
ALTER TABLE t ALTER COLUMN short SET NOT NULL;
ALTER TABLE t ALTER COLUMN other SET NOT NULL;
ALTER TABLE t ADD CONSTRAINT t_short_type_check CHECK (length(short) <= 3);
