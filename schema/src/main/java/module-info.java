/** The core: a database schema as plain values, its JSON, its names and its SQL. */
module dev.varve.schema {
  requires com.fasterxml.jackson.core;
  requires static org.jspecify;

  exports dev.varve.schema;
  exports dev.varve.schema.change;
  exports dev.varve.schema.json;
  exports dev.varve.schema.plan;
  exports dev.varve.schema.sql;
}
