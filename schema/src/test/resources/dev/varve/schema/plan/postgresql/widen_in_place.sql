-- ---- ONLINE ----
-- up
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_s_check,
  ALTER COLUMN s TYPE varchar(20),
  ALTER COLUMN w DROP DEFAULT,
  ALTER COLUMN w TYPE text,
  ALTER COLUMN w SET DEFAULT 'w',
  ALTER COLUMN n TYPE numeric(12,2),
  ALTER COLUMN free TYPE character varying,
  ADD CONSTRAINT t_s_check CHECK (length(s) > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_s_check;

-- down
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.w: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.s: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_s_check,
  ALTER COLUMN free TYPE text,
  ALTER COLUMN n TYPE numeric(8,2),
  ALTER COLUMN w DROP DEFAULT,
  ALTER COLUMN w TYPE varchar(10),
  ALTER COLUMN w SET DEFAULT 'w',
  ALTER COLUMN s TYPE varchar(10),
  ADD CONSTRAINT t_s_check CHECK (length(s) > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_s_check;
