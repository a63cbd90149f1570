/** The command line: {@code varve}. It exports nothing, picocli reads its options by reflection. */
module dev.varve.cli {
  requires com.fasterxml.jackson.core;
  requires dev.varve.catalog;
  requires dev.varve.project;
  requires dev.varve.runtime;
  requires dev.varve.schema;
  requires info.picocli;
  requires java.logging;
  requires java.sql;
  requires static org.jspecify;

  opens dev.varve.cli to
      info.picocli;
}
