package dev.varve.bench.seed.shop;

/** What a customer pays. */
public enum Tier {
  FREE,
  PRO,
  TEAM
}
