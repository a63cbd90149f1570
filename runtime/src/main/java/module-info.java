/**
 * What a program needs while it runs: the applier, the migration files' format and the seed engine.
 */
module dev.varve.runtime {
  requires transitive java.sql;
  requires static org.jspecify;

  exports dev.varve.runtime;
  exports dev.varve.runtime.format;
  exports dev.varve.runtime.seed;
}
