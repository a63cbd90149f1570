package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several compilers at once in one directory, as an IDE and a build on the command line. */
final class ConcurrentCompilationTest {
  private static final int COMPILERS = 4;

  @TempDir Path root;
  private JavaProject shop;

  @BeforeEach
  void shop() throws IOException {
    shop = new JavaProject(root);
    for (int i = 0; i < 20; i++) {
      shop.with("com.acme.Thing" + i, "@Entity public record Thing" + i + "(@Id long id) {}");
    }
  }

  @Test
  void threadsWriteOneDraft() throws Exception {
    List<Callable<JavaProject.Result>> compilers = new ArrayList<>();
    for (int i = 0; i < COMPILERS; i++) {
      Path out = Files.createDirectories(root.resolve("target/classes" + i));
      String second = "-Avarve.timestamp=2026112007050" + i;
      compilers.add(() -> shop.compile(second, "-d", out.toString()));
    }
    ExecutorService threads = Executors.newFixedThreadPool(COMPILERS);
    for (Future<JavaProject.Result> result : threads.invokeAll(compilers)) {
      result.get().assertClean();
    }
    threads.shutdown();
    assertAllIsWell();
  }

  @Test
  void processesWriteOneDraft() throws Exception {
    List<Process> compilers = new ArrayList<>();
    for (int i = 0; i < COMPILERS; i++) {
      Path out = Files.createDirectories(root.resolve("target/classes" + i));
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
      command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
      command.addAll(List.of("-d", out.toString(), "-Avarve.timestamp=2026112007050" + i));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of("-processor", VarveProcessor.class.getName()));
      for (int thing = 0; thing < 20; thing++) {
        command.add(shop.source("com.acme.Thing" + thing).toString());
      }
      compilers.add(new ProcessBuilder(command).inheritIO().start());
    }
    for (Process compiler : compilers) {
      assertEquals(0, compiler.waitFor());
    }
    assertAllIsWell();
  }

  private void assertAllIsWell() throws IOException {
    Map<String, String> db = Tree.of(shop.db()).texts();
    Set<String> drafts =
        db.keySet().stream()
            .filter(file -> file.contains("/migrations/"))
            .map(file -> file.substring(file.lastIndexOf('/') + 1).split("_")[0])
            .collect(Collectors.toSet());
    assertEquals(1, drafts.size(), db.keySet()::toString);
    assertEquals(9, db.size(), db.keySet()::toString);
    Tree before = Tree.aged(shop.db());
    shop.compile().assertClean();
    assertEquals(before, Tree.of(shop.db()));
  }
}
