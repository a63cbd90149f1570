/** What a program needs while it runs: the applier and the migration files' format. */
module dev.varve.runtime {
  requires transitive java.sql;
  requires static org.jspecify;

  exports dev.varve.runtime;
  exports dev.varve.runtime.format;
}
