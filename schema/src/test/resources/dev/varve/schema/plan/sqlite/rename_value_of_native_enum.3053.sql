-- up
-- varve:hazard BC105 t.m: An application that writes the former values fails from now on.
ALTER TABLE t DROP CONSTRAINT t_m_type_check;
UPDATE t SET m = CASE m WHEN 'OK' THEN 'FINE' ELSE m END;
ALTER TABLE t ADD CONSTRAINT t_m_type_check CHECK (m IN ('FINE', 'BAD'));

-- down
ALTER TABLE t DROP CONSTRAINT t_m_type_check;
UPDATE t SET m = CASE m WHEN 'FINE' THEN 'OK' ELSE m END;
ALTER TABLE t ADD CONSTRAINT t_m_type_check CHECK (m IN ('OK', 'BAD'));
