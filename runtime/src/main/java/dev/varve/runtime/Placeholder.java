package dev.varve.runtime;

/** Keeps the package alive until the applier is here. */
final class Placeholder {
  private Placeholder() {}
}
