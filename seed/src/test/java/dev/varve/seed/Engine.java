package dev.varve.seed;

/** Where rows go. */
enum Engine {
  POSTGRESQL,
  SQLITE
}
