-- ---- ONLINE ----
-- up
-- varve:hazard BC105 t.a: An application that writes the former values fails from now on.

-- Words take each other's place: that must not happen twice.
DO $$ BEGIN
  IF EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_a_check' AND convalidated) THEN
    ALTER TABLE t DROP CONSTRAINT IF EXISTS t_a_check;
    UPDATE t SET a = ARRAY(SELECT CASE word WHEN 'NEW' THEN 'OLD' WHEN 'OLD' THEN 'NEW' ELSE word END FROM unnest(a) WITH ORDINALITY AS one (word, place) ORDER BY place) WHERE a && ARRAY['NEW', 'OLD']::text[];
    ALTER TABLE t
      DROP CONSTRAINT IF EXISTS t_a_check,
      ADD CONSTRAINT t_a_check CHECK (a <@ ARRAY['NEW', 'OLD']::text[]) NOT VALID;
  END IF;
END $$;
ALTER TABLE t VALIDATE CONSTRAINT t_a_check;

-- down

-- Words take each other's place: that must not happen twice.
DO $$ BEGIN
  IF EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_a_check' AND convalidated) THEN
    ALTER TABLE t DROP CONSTRAINT IF EXISTS t_a_check;
    UPDATE t SET a = ARRAY(SELECT CASE word WHEN 'NEW' THEN 'OLD' WHEN 'OLD' THEN 'NEW' ELSE word END FROM unnest(a) WITH ORDINALITY AS one (word, place) ORDER BY place) WHERE a && ARRAY['NEW', 'OLD']::text[];
    ALTER TABLE t
      DROP CONSTRAINT IF EXISTS t_a_check,
      ADD CONSTRAINT t_a_check CHECK (a <@ ARRAY['OLD', 'NEW']::text[]) NOT VALID;
  END IF;
END $$;
ALTER TABLE t VALIDATE CONSTRAINT t_a_check;
