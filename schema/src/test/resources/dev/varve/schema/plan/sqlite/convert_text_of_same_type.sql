-- up
UPDATE t
SET day = day || 'T00:00:00.000000',
    at = at || 'Z';

-- down
UPDATE t
SET day = CASE WHEN substr(day, 11) = 'T00:00:00.000000'
         THEN substr(day, 1, 10)
         ELSE json_extract('{}', 't.day is no date: ' || day) END,
    at = substr(at, 1, 26);
