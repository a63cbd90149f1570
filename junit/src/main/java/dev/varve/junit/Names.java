package dev.varve.junit;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Names of databases that no other process and no other run has.
 *
 * @param run 31 random bits
 */
record Names(int run, AtomicInteger count) {
  /** What all names begin with. */
  static final String PREFIX = "varve_test_";

  static Names random() {
    return new Names(new SecureRandom().nextInt() & Integer.MAX_VALUE, new AtomicInteger());
  }

  String next() {
    return PREFIX + HexFormat.of().toHexDigits(run) + '_' + count.incrementAndGet();
  }
}
