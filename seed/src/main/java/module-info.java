/** Fills tables with valid rows: what generated seed builders extend. */
module dev.varve.seed {
  requires transitive java.sql;
  requires static org.jspecify;

  exports dev.varve.seed;

  uses dev.varve.seed.WordSource;
}
