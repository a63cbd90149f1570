/** Keeps the folder of a project's schema and migrations: reads, plans, writes and seals it. */
module dev.varve.project {
  requires transitive dev.varve.schema;
  requires transitive dev.varve.runtime;
  requires static org.jspecify;

  exports dev.varve.project;
}
