package dev.varve.junit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Databases that killed runs have left, or that were kept of failed tests, and templates that
 * nobody has used for long.
 */
final class Leftovers {
  /**
   * Ours, of a role that this one may act as, and of a run that holds its lock no more. Locks are
   * seen from all databases, the first key in classid, the second in objid (<a
   * href="https://www.postgresql.org/docs/current/view-pg-locks.html">pg_locks</a>).
   */
  private static final String OF_DEAD_RUNS =
      """
      SELECT d.datname FROM pg_database d
      WHERE d.datname ~ '^varve_test_[0-9a-f]{8}_[0-9]+$'
        AND shobj_description(d.oid, 'pg_database') LIKE 'varve-test: %'
        AND pg_has_role(d.datdba, 'USAGE')
        AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.objsubid = 2
          AND l.classid = {RUNS}
          AND l.objid::bigint = ('x' || substr(d.datname, 12, 8))::bit(32)::bigint)
      """
          .replace("{RUNS}", Integer.toString(PostgresServer.RUNS));

  /** A template says when it was made. */
  private static final String OLD_TEMPLATES =
      """
      SELECT d.datname FROM pg_database d
      WHERE d.datname ~ '^varve_test_template_[0-9a-f]{16}$'
        AND shobj_description(d.oid, 'pg_database') ~ '^varve-test: template of [0-9-]{10} '
        AND substr(shobj_description(d.oid, 'pg_database'), 25, 10)::date < current_date - 7
        AND pg_has_role(d.datdba, 'USAGE')
        AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.objsubid = 2
          AND l.classid = {USES}
          AND l.objid::bigint = ('x' || substr(d.datname, 21, 8))::bit(32)::bigint)
      """
          .replace("{USES}", Integer.toString(PostgresTemplate.USES));

  private Leftovers() {}

  /** Removes them all. */
  static void drop(Connection by) throws SQLException {
    for (String name : PostgresServer.texts(by, OF_DEAD_RUNS)) {
      PostgresServer.drop(by, name);
    }
    for (String name : PostgresServer.texts(by, OLD_TEMPLATES)) {
      PostgresServer.drop(by, name);
    }
  }
}
