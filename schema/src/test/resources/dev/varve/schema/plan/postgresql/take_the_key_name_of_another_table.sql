-- ---- MAIN ----
-- up
-- varve:hazard BC101 c.: An application that knows the table as a fails from now on.
-- varve:hazard BC101 a.: An application that knows the table as b fails from now on.
ALTER TABLE a RENAME TO c;
ALTER SEQUENCE IF EXISTS a_id_seq RENAME TO c_id_seq;
ALTER TABLE b RENAME TO a;
ALTER TABLE c RENAME CONSTRAINT a_pkey TO c_pkey;

-- down
ALTER TABLE c RENAME CONSTRAINT c_pkey TO a_pkey;
ALTER TABLE a RENAME TO b;
ALTER TABLE c RENAME TO a;
ALTER SEQUENCE IF EXISTS c_id_seq RENAME TO a_id_seq;

-- ---- ONLINE ----
-- up
-- varve:hazard CD103 a.: What finds or replicates rows by the former primary key doesn't any more.
-- varve:hazard MF101 a.y: The migration stops if two rows agree.
CREATE UNIQUE INDEX CONCURRENTLY a_pkey_new ON a (y);
DO $$ BEGIN
  IF to_regclass('a_pkey_new') IS NOT NULL THEN
    ALTER TABLE a
      DROP CONSTRAINT IF EXISTS b_pkey,
      ADD CONSTRAINT a_pkey PRIMARY KEY USING INDEX a_pkey_new;
  END IF;
END $$;

-- down
CREATE UNIQUE INDEX CONCURRENTLY b_pkey_new ON a (x);
DO $$ BEGIN
  IF to_regclass('b_pkey_new') IS NOT NULL THEN
    ALTER TABLE a
      DROP CONSTRAINT IF EXISTS a_pkey,
      ADD CONSTRAINT b_pkey PRIMARY KEY USING INDEX b_pkey_new;
  END IF;
END $$;
