/** Reads a live PostgreSQL or SQLite database into the values of {@code dev.varve.schema}. */
module dev.varve.catalog {
  requires transitive dev.varve.schema;
  requires transitive java.sql;
  requires static org.jspecify;

  exports dev.varve.catalog;
}
