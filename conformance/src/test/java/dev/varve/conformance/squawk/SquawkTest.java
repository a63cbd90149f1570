package dev.varve.conformance.squawk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.conformance.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs where squawk is installed: {@code npm install --prefix conformance/target squawk-cli}. */
class SquawkTest {
  @TempDir private Path directory;
  private Squawk squawk;

  @BeforeEach
  void find() {
    Optional<Path> program = Squawk.find();
    assumeTrue(program.isPresent(), "squawk isn't installed");
    squawk = new Squawk(program.orElseThrow(), directory);
  }

  /** That what it reports arrives here. */
  @Test
  void seesWhatIsWrong() throws Exception {
    LintedScript wrong =
        script(
            false,
            "SELECT 1",
            "CREATE INDEX i ON t\n  (a)",
            "DO $$ BEGIN\n  CREATE INDEX j ON t (b);\nEND $$");
    List<Finding> findings = squawk.lint(List.of(script(true, "SELECT 1"), wrong));
    List<String> seen =
        findings.stream()
            .filter(finding -> finding.rule().equals("require-concurrent-index-creation"))
            .map(Finding::sql)
            .toList();
    assertEquals(List.of("CREATE INDEX i ON t\n  (a)", "CREATE INDEX j ON t (b)"), seen);
  }

  private static LintedScript script(boolean transactional, String... statements) {
    return LintedScript.of("a script", transactional, false, false, Set.of(), List.of(statements));
  }

  @Test
  void findsNothingElseInPlannedScripts() throws Exception {
    List<LintedScript> scripts = new ArrayList<>(PlannedScripts.ofCases());
    scripts.addAll(PlannedScripts.ofExample());
    Set<Excuse> used = EnumSet.noneOf(Excuse.class);
    List<Finding> left = new ArrayList<>();
    for (Finding finding : squawk.lint(scripts)) {
      List<Excuse> excuses = excuses(finding);
      used.addAll(excuses);
      if (excuses.isEmpty()) {
        left.add(finding);
      }
    }
    assertTrue(left.isEmpty(), () -> left.size() + " findings:\n" + left);
    assertEquals(EnumSet.allOf(Excuse.class), used, "excuses that are of use");
  }

  /** {@code -Dvarve.seed=…} tries one pair alone. */
  @Test
  void findsNothingElseInMigrationsOfRandomPairs() throws Exception {
    Long given = Long.getLong("varve.seed");
    long first = given == null ? System.nanoTime() : given;
    int pairs = given == null ? Integer.getInteger("varve.squawk.pairs", 300) : 1;
    List<Finding> left = new ArrayList<>();
    List<LintedScript> scripts = PlannedScripts.ofPairs(first, pairs);
    List<Finding> all = squawk.lint(scripts);
    for (Finding finding : all) {
      if (excuses(finding).isEmpty()) {
        left.add(finding);
      }
    }
    System.out.printf(
        "squawk from seed %d: %d scripts, %d excused%n",
        first, scripts.size(), all.size() - left.size());
    assertTrue(left.isEmpty(), () -> left.size() + " findings:\n" + left);
  }

  private static List<Excuse> excuses(Finding finding) {
    return EnumSet.allOf(Excuse.class).stream().filter(one -> one.excuses(finding)).toList();
  }

  @Test
  void eachExcuseHasItsReason() throws Exception {
    String note =
        Files.readString(Project.ROOT.resolve("docs/decisions/0030-what-a-foreign-linter-says.md"));
    for (Excuse excuse : Excuse.values()) {
      for (String rule : excuse.rules()) {
        assertTrue(note.contains('`' + rule + '`'), rule);
      }
    }
  }
}
