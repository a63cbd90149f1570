package dev.varve.runtime;

/** Which of a migration's two scripts is meant. */
public enum Direction {
  /** The script that applies it. */
  UP,
  /** The script that reverts it. */
  DOWN
}
