package dev.varve.catalog;

/**
 * The queries over PostgreSQL's catalog (<a
 * href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>). Each has one
 * parameter, the names of the schemas to read.
 */
final class PostgresQueries {
  /** The first versions that have what a query asks for. */
  private static final int VERSION_15 = 150000;

  private static final int VERSION_18 = 180000;

  /** What belongs to nobody's extension; {@code %s} is the object's column, then its catalog. */
  private static final String OWN =
      """
       NOT EXISTS (
        SELECT FROM pg_depend own
        WHERE own.classid = '%s'::regclass AND own.objid = %s AND own.deptype = 'e')
      """;

  static final String ENUM_TYPES =
      """
      SELECT n.nspname, t.typname,
        ARRAY(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder),
        obj_description(t.oid, 'pg_type')
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND n.nspname = ANY (?) AND
      """
          + own("pg_type", "t.oid");

  static final String RELATIONS =
      """
      SELECT c.oid, n.nspname, c.relname, c.relkind::text, obj_description(c.oid, 'pg_class'),
        c.relispartition, EXISTS (SELECT FROM pg_inherits WHERE inhrelid = c.oid),
        c.relpersistence = 'u', c.relrowsecurity, c.reloptions::text
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND n.nspname = ANY (?)
        AND c.relname NOT IN ('_varve_migrations', '_varve_backfills')
        AND NOT (c.relkind = 'S' AND EXISTS (
          SELECT FROM pg_depend d
          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')))
        AND
      """
          + own("pg_class", "c.oid");

  static final String COLUMNS =
      """
      SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attcollation <> t.typcollation THEN
          CASE ns.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(ns.nspname) || '.' END
            || '"' || replace(o.collname, '"', '""') || '"' END,
        a.attnotnull, a.attidentity::text, a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid),
        col_description(a.attrelid, a.attnum), en.nspname, e.typname, e.oid <> t.oid
      FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_type e
          ON e.typtype = 'e' AND (e.oid = t.oid OR e.oid = t.typelem AND t.typcategory = 'A')
        LEFT JOIN pg_namespace en ON en.oid = e.typnamespace
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_collation o ON o.oid = a.attcollation
        LEFT JOIN pg_namespace ns ON ns.oid = o.collnamespace
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r' AND n.nspname = ANY (?)
      ORDER BY a.attrelid, a.attnum
      """;

  private static final String CONSTRAINTS =
      """
      SELECT k.conrelid, k.contype::text, k.conname, %s, k.convalidated, %s,
        k.condeferrable, k.condeferred, k.connoinherit,
        ARRAY(
          SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u (num, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY u.place),
        fn.nspname, f.relname,
        ARRAY(
          SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u (num, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY u.place),
        k.confdeltype::text, k.confupdtype::text, k.confmatchtype::text, %s,
        pg_get_expr(k.conbin, k.conrelid), i.indnkeyatts < i.indnatts, %s
      FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_class f ON f.oid = k.confrelid
        LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u')
      WHERE c.relkind = 'r' AND n.nspname = ANY (?) AND (k.contype <> 'n' OR NOT k.convalidated)
      """;

  /** Those that no constraint brings. A key's place counts from 0 in these vectors. */
  private static final String INDEXES =
      """
      SELECT i.indrelid, x.relname, m.amname, i.indisunique,
        i.indisvalid AND i.indisready AND i.indislive, i.indnkeyatts, i.indoption::text,
        ARRAY(
          SELECT a.attname::text FROM generate_series(0, i.indnatts - 1) p
            LEFT JOIN pg_attribute a
              ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p] AND a.attnum <> 0
          ORDER BY p),
        ARRAY(
          SELECT CASE i.indkey[p] WHEN 0 THEN pg_get_indexdef(i.indexrelid, p + 1, false) END
          FROM generate_series(0, i.indnatts - 1) p ORDER BY p),
        pg_get_expr(i.indpred, i.indrelid), %s,
        EXISTS (
          SELECT FROM generate_series(0, i.indnkeyatts - 1) p
            JOIN pg_opclass o ON o.oid = i.indclass[p]
          WHERE NOT o.opcdefault),
        EXISTS (
          SELECT FROM generate_series(0, i.indnkeyatts - 1) p
          WHERE i.indcollation[p] NOT IN (0, 'pg_catalog."default"'::regcollation)
            AND NOT EXISTS (
              SELECT FROM pg_attribute a
              WHERE a.attrelid = i.indrelid AND a.attcollation = i.indcollation[p]
                AND i.indkey[p] IN (0, a.attnum))),
        x.reloptions::text
      FROM pg_index i
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_am m ON m.oid = x.relam
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname = ANY (?) AND NOT EXISTS (
        SELECT FROM pg_constraint k
        WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid
          AND k.contype IN ('p', 'u', 'x'))
      """;

  /** Schema, table or type, object and sentence. */
  static final String OTHERS =
      """
      WITH namespaces AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (?)),
        relations AS (
          SELECT c.oid, n.nspname, c.relname
          FROM pg_class c JOIN namespaces n ON n.oid = c.relnamespace
          WHERE c.relname NOT IN ('_varve_migrations', '_varve_backfills'))
      SELECT nspname, relname, tgname, 'the table has a trigger'
      FROM relations r JOIN pg_trigger ON tgrelid = r.oid WHERE NOT tgisinternal
      UNION ALL
      SELECT nspname, relname, rulename, 'the table has a rule'
      FROM relations r JOIN pg_rewrite ON ev_class = r.oid WHERE rulename <> '_RETURN'
      UNION ALL
      SELECT nspname, relname, polname, 'the table has a policy'
      FROM relations r JOIN pg_policy ON polrelid = r.oid
      UNION ALL
      SELECT nspname, typname, '',
        CASE typtype WHEN 'd' THEN 'it''s a domain' ELSE 'it''s a range type' END
      FROM pg_type t JOIN namespaces n ON n.oid = typnamespace
      WHERE typtype IN ('d', 'r') AND
      """
          + own("pg_type", "t.oid");

  private PostgresQueries() {}

  private static String own(String catalog, String object) {
    return String.format(OWN, catalog, object);
  }

  /** The constraints, as far as a server of this version has them. */
  static String constraints(int version) {
    return String.format(
        CONSTRAINTS,
        version >= VERSION_18 ? "k.conenforced" : "true",
        version >= VERSION_18 ? "k.conperiod" : "false",
        version >= VERSION_15 ? "k.confdelsetcols IS NOT NULL" : "false",
        version >= VERSION_15 ? "i.indnullsnotdistinct" : "false");
  }

  /** The indexes, as far as a server of this version has them. */
  static String indexes(int version) {
    return String.format(INDEXES, version >= VERSION_15 ? "i.indnullsnotdistinct" : "false");
  }
}
