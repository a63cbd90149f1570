/** The annotations a developer writes on records; they depend on nothing. */
module dev.varve.annotations {
  requires static org.jspecify;

  exports dev.varve;
}
