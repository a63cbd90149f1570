package dev.varve.runtime;

import dev.varve.runtime.format.MigrationName;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An applier in a JVM of its own. */
public final class ApplierProcess {
  private ApplierProcess() {}

  /**
   * Applies; says so before each migration and at the end.
   *
   * @param args the JDBC URL and the folder
   */
  public static void main(String[] args) {
    MigrationReport report =
        Migrator.of(new UrlDataSource(args[0]))
            .directory(Path.of(args[1]))
            .listener(
                new MigrationListener() {
                  @Override
                  public void started(MigrationName migration, Direction direction) {
                    System.out.println("started " + migration);
                  }
                })
            .up();
    System.out.println("done " + report.done().size());
  }

  static Process start(String url, Path db) throws IOException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ApplierProcess.class.getName(),
            url,
            db.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** The first line of its output that starts so; fails with all of it if it ends before. */
  static String awaitLine(Process process, String start) throws IOException {
    StringBuilder all = new StringBuilder();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(start)) {
        return line;
      }
      all.append(line).append('\n');
    }
    throw new AssertionError("no line \"" + start + "\" in:\n" + all);
  }
}
