package dev.varve.conformance.squawk;

import dev.varve.conformance.Project;
import dev.varve.conformance.laws.RandomMigrations;
import dev.varve.runtime.format.Directives;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.SqlStatement;
import dev.varve.runtime.format.StatementSplitter;
import dev.varve.schema.Dialect;
import dev.varve.schema.plan.Hazard;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.Migration.Phase;
import dev.varve.schema.plan.Script;
import dev.varve.schema.plan.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts that squawk reads. */
final class PlannedScripts {
  private static final Path PLANNED =
      Project.ROOT.resolve("schema/src/test/resources/dev/varve/schema/plan/postgresql");
  private static final Pattern HAZARD =
      Pattern.compile("(?m)^-- varve:hazard (\\w+) ([^:\\n]+?)\\.?: ");

  private PlannedScripts() {}

  /** The cases of the planner's own tests: files with sections for each phase, up and down. */
  static List<LintedScript> ofCases() throws IOException {
    List<LintedScript> scripts = new ArrayList<>();
    for (Path file : files(PLANNED)) {
      for (String section : Files.readString(file).split("(?m)^-- ---- ")) {
        if (!section.isEmpty()) {
          String phase = section.substring(0, section.indexOf(' '));
          String[] both = section.split("(?m)^-- down$", 2);
          scripts.add(ofCase(file, phase, false, both[0].replaceFirst("^.*\n", "")));
          scripts.add(ofCase(file, phase, true, both[1]));
        }
      }
    }
    return scripts;
  }

  private static LintedScript ofCase(Path file, String phase, boolean down, String body) {
    Set<String> hazards = new HashSet<>();
    Matcher hazard = HAZARD.matcher(body);
    while (hazard.find()) {
      hazards.add(hazard.group(1) + ' ' + hazard.group(2));
    }
    return LintedScript.of(
        file.getFileName() + " " + phase + (down ? " down" : " up"),
        !phase.equals("ONLINE"),
        phase.equals("CONTRACT"),
        down,
        hazards,
        statements(body));
  }

  /** The example's migrations. */
  static List<LintedScript> ofExample() throws IOException {
    List<LintedScript> scripts = new ArrayList<>();
    for (Path file : files(Project.ROOT.resolve("example-app/db/postgresql/migrations"))) {
      String text = Files.readString(file);
      Directives directives = Directives.parse(text);
      Set<String> hazards = new HashSet<>();
      directives.hazards().forEach(one -> hazards.add(one.code() + ' ' + one.sentence()));
      scripts.add(
          LintedScript.of(
              file.getFileName().toString(),
              directives.transactional(),
              directives.contract(),
              file.toString().endsWith(".down.sql"),
              hazards,
              statements(text)));
    }
    return scripts;
  }

  /** Those of random pairs of schemas. */
  static List<LintedScript> ofPairs(long firstSeed, int pairs) {
    List<LintedScript> scripts = new ArrayList<>();
    for (long seed = firstSeed; seed < firstSeed + pairs; seed++) {
      for (Migration migration : RandomMigrations.of(seed, Dialect.POSTGRESQL)) {
        scripts.add(ofPair(seed, migration, false, migration.up()));
        scripts.add(ofPair(seed, migration, true, migration.down()));
      }
    }
    return scripts;
  }

  private static LintedScript ofPair(long seed, Migration migration, boolean down, Script script) {
    Set<String> hazards = new HashSet<>();
    for (Hazard hazard : script.hazards()) {
      hazards.add(hazard.code() + " " + hazard.subject().toString().replaceFirst("\\.$", ""));
    }
    return LintedScript.of(
        "-Dvarve.seed=" + seed + " " + migration.phase() + (down ? " down" : " up"),
        script.transactional(),
        migration.phase() == Phase.CONTRACT,
        down,
        hazards,
        script.statements().stream().map(Statement::sql).toList());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static List<String> statements(String script) {
    return StatementSplitter.split(script, Engine.POSTGRESQL).stream()
        .map(SqlStatement::text)
        .toList();
  }
}
