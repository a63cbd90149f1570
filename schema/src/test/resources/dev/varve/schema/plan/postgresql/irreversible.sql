-- ---- MAIN ----
-- up
ALTER TABLE t ADD COLUMN b text;

-- down
-- IRREVERSIBLE: others read it
