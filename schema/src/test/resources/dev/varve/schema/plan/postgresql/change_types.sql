-- ---- ONLINE ----
-- up
-- varve:hazard CD102 t.u: Nothing stops rows any more that t_u_check forbade.
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.s: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard MF107 t.s: The migration stops at a value that the new type doesn't hold.
-- varve:hazard PG301 t.u: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard MF107 t.u: The migration stops at a value that the new type doesn't hold.
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
ALTER TABLE t DROP CONSTRAINT IF EXISTS t_u_check;
DROP INDEX CONCURRENTLY IF EXISTS t_n_idx;
ALTER TABLE t
  ALTER COLUMN n TYPE text USING n::text,
  ALTER COLUMN s TYPE bigint USING s::bigint,
  ALTER COLUMN u DROP DEFAULT,
  ALTER COLUMN u TYPE uuid USING u::uuid,
  ALTER COLUMN u SET DEFAULT gen_random_uuid(),
  ALTER COLUMN b TYPE bigint USING b::integer::bigint;
CREATE INDEX CONCURRENTLY t_n_idx ON t (n) WHERE s <> '7';

-- down
-- varve:hazard PG301 t.b: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.u: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.s: The table is rewritten, and nobody can read it meanwhile.
-- varve:hazard PG301 t.n: The table is rewritten, and nobody can read it meanwhile.
DROP INDEX CONCURRENTLY IF EXISTS t_n_idx;
DO $$ BEGIN
  IF (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'b') <> 'boolean' THEN
    ALTER TABLE t
      ALTER COLUMN b TYPE boolean USING (b <> 0),
      ALTER COLUMN u DROP DEFAULT,
      ALTER COLUMN u TYPE text USING u::text,
      ALTER COLUMN u SET DEFAULT '00000000-0000-0000-0000-000000000000',
      ALTER COLUMN s TYPE text USING s::text,
      ALTER COLUMN n TYPE integer USING n::integer;
  END IF;
END $$;
CREATE INDEX CONCURRENTLY t_n_idx ON t (n) WHERE s <> '7';
ALTER TABLE t
  DROP CONSTRAINT IF EXISTS t_u_check,
  ADD CONSTRAINT t_u_check CHECK (u <> '') NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_u_check;
