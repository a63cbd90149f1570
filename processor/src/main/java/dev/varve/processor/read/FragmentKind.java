package dev.varve.processor.read;

/** What a fragment of SQL is for. */
enum FragmentKind {
  CHECK,
  INDEX,
  COMPUTED,
  DEFAULT,
  BACKFILL
}
