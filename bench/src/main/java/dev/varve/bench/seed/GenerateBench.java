package dev.varve.bench.seed;

import dev.varve.bench.seed.shop.ShopSeed;
import dev.varve.seed.SeedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same plan into a script: values are made and encoded, and nobody takes them. */
record GenerateBench(Sizes sizes, int rounds) {
  void run() throws Exception {
    Path script = Files.createTempDirectory("varve-bench").resolve("seed.sql");
    long values = 0;
    List<Double> seconds = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      long start = System.nanoTime();
      try (SeedFile file = SeedFile.create(script, SeedFile.Format.POSTGRESQL_COPY)) {
        ShopSeed.of(file).rich(42, new Plans(sizes)::counts);
      }
      if (round >= 0) {
        seconds.add((System.nanoTime() - start) / 1e9);
      }
    }
    for (int i = 0; i < ShopTables.ALL.size(); i++) {
      values += (long) sizes.all()[i] * ShopTables.ALL.get(i).columns().size();
    }
    double median = seconds.stream().sorted().toList().get(seconds.size() / 2);
    System.out.printf(
        Locale.ROOT,
        "%nA script of %,d rows: %.3f s, %,.0f rows/s, %,.0f values/s%n",
        sizes.total(),
        median,
        sizes.total() / median,
        values / median);
  }
}
