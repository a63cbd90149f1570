-- up
-- varve:hazard MF104 t.b: An application that writes null into the column fails from now on.
-- varve:hazard MF104 t.c: An application that writes null into the column fails from now on.
UPDATE t SET b = coalesce(b, a);
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
ALTER TABLE t ALTER COLUMN c SET NOT NULL;

-- down
ALTER TABLE t ALTER COLUMN b DROP NOT NULL;
ALTER TABLE t ALTER COLUMN c DROP NOT NULL;
