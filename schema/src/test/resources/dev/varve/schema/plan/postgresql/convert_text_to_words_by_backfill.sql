-- ---- ONLINE ----
-- up
-- varve:hazard BC105 t.a: An application that writes the former values fails from now on.

-- All rows get another value, which must not happen twice: a constraint remembers it.
DO $$ BEGIN
  IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conrelid = 't'::regclass AND conname = 't_a_converted_check') THEN
    UPDATE t SET a = upper(a);
    ALTER TABLE t
      DROP CONSTRAINT IF EXISTS t_a_check,
      ADD CONSTRAINT t_a_check CHECK (a IN ('X', 'Y')) NOT VALID,
      ADD CONSTRAINT t_a_converted_check CHECK (true) NOT VALID;
  END IF;
END $$;
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_a_converted_check;
ALTER TABLE t VALIDATE CONSTRAINT t_a_check;

-- down
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_a_check;
