-- ---- MAIN ----
-- up
ALTER TABLE t ADD COLUMN note varchar(20);
ALTER TABLE t ADD COLUMN state text DEFAULT 'NEW' NOT NULL;
ALTER TABLE t ADD COLUMN at timestamptz DEFAULT now() NOT NULL;
ALTER TABLE t ADD COLUMN price numeric(8,2) DEFAULT 0.10 NOT NULL;

-- down
-- varve:destructive t.price
-- varve:destructive t.at
-- varve:destructive t.state
-- varve:destructive t.note
ALTER TABLE t DROP COLUMN price;
ALTER TABLE t DROP COLUMN at;
ALTER TABLE t DROP COLUMN state;
ALTER TABLE t DROP COLUMN note;

-- ---- ONLINE ----
-- up
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_state_check,
  ADD CONSTRAINT t_state_check CHECK (state IN ('NEW', 'OLD')) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_state_check;

-- down
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_state_check;
