/** Databases for tests with JUnit Jupiter: an empty one each, filled by generated seeds. */
module dev.varve.junit {
  requires transitive dev.varve.runtime;
  requires transitive dev.varve.seed;
  requires transitive java.sql;
  requires transitive org.junit.jupiter.api;
  requires org.opentest4j;
  requires static dev.varve.catalog;
  requires static org.jspecify;

  exports dev.varve.junit;

  // The tests of MigrationChecks aren't public.
  opens dev.varve.junit to
      org.junit.platform.commons;
}
