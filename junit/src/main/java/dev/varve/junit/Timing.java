package dev.varve.junit;

import java.util.Map;
import java.util.TreeMap;

/** How long each phase took, in all tests together. */
final class Timing {
  /** Something that takes time. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  private record Sum(long count, long nanos) {
    Sum plus(Sum other) {
      return new Sum(count + other.count, nanos + other.nanos);
    }

    private String milliseconds(long nanos) {
      long hundredths = nanos / 10_000;
      return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10 + " ms";
    }

    @Override
    public String toString() {
      return count + " × " + milliseconds(nanos / count) + " = " + milliseconds(nanos);
    }
  }

  private final Map<String, Sum> sums = new TreeMap<>();

  <T, E extends Exception> T measure(String phase, Work<T, E> work) throws E {
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      add(phase, System.nanoTime() - start);
    }
  }

  private synchronized void add(String phase, long nanos) {
    sums.merge(phase, new Sum(1, nanos), Sum::plus);
  }

  /** A line for each phase. */
  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    sums.forEach((phase, sum) -> text.append(phase).append(": ").append(sum).append('\n'));
    return text.toString();
  }
}
