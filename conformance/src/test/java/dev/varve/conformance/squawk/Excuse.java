package dev.varve.conformance.squawk;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What squawk reports though it is meant so. Each has its reason in the decision note. */
enum Excuse {
  /** The applier limits each wait for a lock; a limit on statements would stop index builds. */
  TIMEOUTS(of("require-lock-timeout", "require-statement-timeout"), finding -> true),

  /** Down scripts take away what up added, which the applier does with consent only. */
  TAKEN_BACK(of("ban-drop-column", "ban-drop-table"), finding -> finding.script().down()),

  /** Somebody wrote {@code @Removed}. */
  AGREED(of("ban-drop-column", "ban-drop-table"), finding -> finding.script().contract()),

  /** Only computed columns are dropped online: when what they're computed from changes. */
  COMPUTED_ANEW(
      of("ban-drop-column"),
      finding ->
          !finding.script().transactional()
              && finding.says("DROP COLUMN IF EXISTS")
              && Pattern.compile("\n +(ADD COLUMN .* GENERATED ALWAYS AS|ALTER COLUMN .* TYPE) ")
                  .matcher(finding.sql())
                  .find()),

  /** Somebody wrote {@code @Renamed}, and the script names the hazard. */
  RENAMED(
      of("renaming-column", "renaming-table"),
      finding ->
          finding.script().down()
              || finding.script().hazards().stream().anyMatch(each -> each.startsWith("BC10"))),

  /** The script names the hazard of this column. */
  REWRITTEN(
      of("changing-column-type"),
      finding ->
          rewrites(finding)
              || finding.script().names("PG331", finding.column())
              || replacesTypes(finding)),

  /** Only the catalog changes, as the server says ({@code LocksTest}). */
  WIDENED_IN_PLACE(
      of("changing-column-type"),
      finding ->
          !rewrites(finding)
              && finding.says(
                  "TYPE (text|character varying|varchar(\\(\\d+\\))?|numeric\\S*|timestamp(tz)?)[,;]?$")),

  /** Each row gets a value of its own, which takes a rewrite; the script names the hazard. */
  ROWS_DIFFER(
      of("adding-field-with-default"),
      finding ->
          rewrites(finding)
              || finding.says("GENERATED ALWAYS AS .* STORED") && rewritesTable(finding)),

  /** No row is written: it is computed when it is read. */
  COMPUTED_WHEN_READ(
      of("adding-field-with-default"), finding -> finding.says("GENERATED ALWAYS AS .* VIRTUAL")),

  /** The same value for all rows, though squawk doesn't know. */
  ONE_VALUE(
      of("adding-field-with-default"),
      finding -> finding.says("DEFAULT (current_date\\b|-\\d|\\('[^']*'::\\w+\\))")),

  /** The statement rewrites the table anyway, and has it locked. */
  WITHIN_A_REWRITE(
      of("constraint-missing-not-valid"),
      finding -> finding.script().transactional() && finding.sql().contains("\n  ALTER COLUMN ")),

  /** The statement rewrites the table anyway; the script names the hazard. */
  REQUIRED_WITHIN_A_REWRITE(
      of("adding-not-nullable-field"),
      finding ->
          Pattern.compile("ALTER COLUMN .* TYPE ").matcher(finding.sql()).find()
              && rewritesTable(finding)),

  /** An index on a column whose enum type is replaced, which takes one transaction. */
  OF_REPLACED_TYPES(
      of("require-concurrent-index-creation", "require-concurrent-index-deletion"),
      Excuse::replacesTypes),

  /** The component became nullable, or its column goes. */
  NULLABLE(of("ban-drop-not-null"), finding -> !finding.script().transactional()),

  /** The record says {@code int}; the processor warns where that is a key. */
  JAVA_INT(
      of("prefer-bigint-over-int", "prefer-bigint-over-smallint"),
      finding -> finding.says("\\b(integer|smallint)\\b")),

  /** The record says {@code LocalDateTime}. */
  LOCAL_DATE_TIME(of("prefer-timestamp-tz"), finding -> finding.says("\\btimestamp\\b")),

  /** The record gives a length. */
  LENGTH(of("prefer-text-field"), finding -> finding.says("\\bvarchar\\(\\d+\\)")),

  /** The applier looks for an index that is there; IF NOT EXISTS would take an invalid one. */
  INDEX_IS_LOOKED_FOR(
      of("prefer-robust-stmts"),
      finding ->
          finding.begins("CREATE INDEX CONCURRENTLY ")
              || finding.begins("CREATE UNIQUE INDEX CONCURRENTLY ")),

  /** The block around it looks first. */
  GUARDED(of("prefer-robust-stmts"), finding -> finding.statement().guarded()),

  /** It says how things shall be, and can say so twice ({@code PostgresPlannerTest} does). */
  CAN_RUN_TWICE(
      of("prefer-robust-stmts"),
      finding ->
          finding.says(
                  "VALIDATE CONSTRAINT|ALTER COLUMN .* (SET NOT NULL|DROP NOT NULL|TYPE|SET"
                      + " DEFAULT|DROP DEFAULT|SET EXPRESSION|DROP IDENTITY IF EXISTS|DROP"
                      + " EXPRESSION IF EXISTS)\\b")
              || finding.sql().contains("DROP COLUMN IF EXISTS " + columnWord(finding)));

  private final List<String> rules;
  private final Predicate<Finding> condition;

  Excuse(List<String> rules, Predicate<Finding> condition) {
    this.rules = rules;
    this.condition = condition;
  }

  private static List<String> of(String... rules) {
    return List.of(rules);
  }

  private static boolean rewrites(Finding finding) {
    return finding.script().names("PG301", finding.column());
  }

  /** An enum type is replaced in one transaction; columns may have their former names there. */
  private static boolean replacesTypes(Finding finding) {
    return finding.script().transactional()
        && finding.script().hazards().stream().anyMatch(each -> each.startsWith("PG301"));
  }

  private static boolean rewritesTable(Finding finding) {
    String rewrite = "PG301 " + finding.column().replaceFirst("[^.]*$", "");
    return finding.script().hazards().stream().anyMatch(hazard -> hazard.startsWith(rewrite));
  }

  private static String columnWord(Finding finding) {
    String name = finding.column().substring(finding.column().lastIndexOf('.') + 1);
    return finding.text().contains('"' + name + '"') ? '"' + name + '"' : name;
  }

  List<String> rules() {
    return rules;
  }

  boolean excuses(Finding finding) {
    return rules.contains(finding.rule()) && condition.test(finding);
  }
}
