package dev.varve.bench.apply;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the tools took, in milliseconds: each in its order of runs. */
final class Times {
  private final Map<Tool, List<Double>> all = new EnumMap<>(Tool.class);

  void add(Tool tool, long nanos) {
    all.computeIfAbsent(tool, key -> new ArrayList<>()).add(nanos / 1e6);
  }

  /** Prints the median of each, how often it takes the time of another one, and the range. */
  void print(String title, Tool one) {
    System.out.printf(Locale.ROOT, "%n%s%n", title);
    double unit = median(all.getOrDefault(one, List.of()));
    all.forEach(
        (tool, times) -> {
          double median = median(times);
          List<Double> sorted = times.stream().sorted().toList();
          System.out.printf(
              Locale.ROOT,
              "  %-10s %9.1f ms %7.2f   %.1f to %.1f%n",
              tool.name().toLowerCase(Locale.ROOT),
              median,
              median / unit,
              sorted.get(0),
              sorted.get(sorted.size() - 1));
        });
  }

  static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
