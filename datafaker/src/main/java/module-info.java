/** Texts for plans from Datafaker, in many languages. */
module dev.varve.datafaker {
  requires transitive dev.varve.seed;
  requires net.datafaker;
  requires static org.jspecify;

  exports dev.varve.datafaker;

  provides dev.varve.seed.WordSource with
      dev.varve.datafaker.DatafakerWords;
}
