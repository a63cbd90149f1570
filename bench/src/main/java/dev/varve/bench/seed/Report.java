package dev.varve.bench.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The times of several ways, taken in turns. */
final class Report {
  private final Map<Way, List<Double>> seconds = new LinkedHashMap<>();

  void add(Way way, long nanos) {
    seconds.computeIfAbsent(way, key -> new ArrayList<>()).add(nanos / 1e9);
  }

  /** Prints medians for the number of rows that the first way has, and ratios to its median. */
  void print(String title) {
    System.out.printf(Locale.ROOT, "%n%s%n", title);
    double unit = 0;
    for (Map.Entry<Way, List<Double>> each : seconds.entrySet()) {
      List<Double> sorted = each.getValue().stream().sorted().toList();
      double median = sorted.get(sorted.size() / 2);
      double rate = median / each.getKey().rows();
      unit = unit == 0 ? rate : unit;
      System.out.printf(
          Locale.ROOT,
          "  %-46s %,9d rows %8.3f s %,10.0f rows/s  ratio %6.2f   (%.3f to %.3f)%n",
          each.getKey().name(),
          each.getKey().rows(),
          median,
          1 / rate,
          rate / unit,
          sorted.get(0),
          sorted.get(sorted.size() - 1));
    }
  }
}
