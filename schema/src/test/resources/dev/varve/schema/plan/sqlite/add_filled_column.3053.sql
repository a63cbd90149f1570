-- up
-- varve:destructive t.old
-- varve:hazard DS103 t.old: The column's values are lost.
-- varve:hazard MF103 t.twice: An application that doesn't know the column can't insert rows from now on.
-- varve:hazard MF103 t.code: An application that doesn't know the column can't insert rows from now on.
ALTER TABLE t ADD COLUMN twice TEXT;
ALTER TABLE t ADD COLUMN same TEXT;
ALTER TABLE t ADD COLUMN code TEXT;
UPDATE t
SET twice = CASE WHEN (coalesce(CAST(price AS REAL), 0) * 2.1) IS NOT NULL THEN printf('%.2f', coalesce(CAST(price AS REAL), 0) * 2.1) END,
    same = price,
    code = (coalesce(old, '') || '!');
ALTER TABLE t ALTER COLUMN twice SET NOT NULL;
ALTER TABLE t ALTER COLUMN code SET NOT NULL;
ALTER TABLE t ADD CONSTRAINT t_code_type_check CHECK (length(code) <= 9);
ALTER TABLE t ADD CONSTRAINT t_same_type_check CHECK (same IS NULL OR json_valid(same) AND same NOT GLOB '*[^0-9.-]*' AND instr(ltrim(same, '-0') || '.', '.') <= 8 AND length(same) - instr(same || '.', '.') <= 2);
ALTER TABLE t ADD CONSTRAINT t_twice_type_check CHECK (json_valid(twice) AND twice NOT GLOB '*[^0-9.-]*' AND instr(ltrim(twice, '-0') || '.', '.') <= 8 AND length(twice) - instr(twice || '.', '.') <= 2);
ALTER TABLE t DROP COLUMN old;

-- down
-- varve:destructive t.twice
-- varve:destructive t.same
-- varve:destructive t.code
ALTER TABLE t DROP CONSTRAINT t_code_type_check;
ALTER TABLE t DROP CONSTRAINT t_same_type_check;
ALTER TABLE t DROP CONSTRAINT t_twice_type_check;
ALTER TABLE t ADD COLUMN old TEXT;
ALTER TABLE t DROP COLUMN twice;
ALTER TABLE t DROP COLUMN same;
ALTER TABLE t DROP COLUMN code;
