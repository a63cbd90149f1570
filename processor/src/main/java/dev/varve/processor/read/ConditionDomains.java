package dev.varve.processor.read;

/** Finds out what conditions say about the values of single columns. */
final class ConditionDomains {
  private ConditionDomains() {}

  /** Adds what a condition says to the domains of its columns. */
  static void read(TableDraft draft, Fragment condition) {
    String text = condition.sql().byDialect().values().iterator().next();
    for (String column : condition.columns()) {
      draft.domain(column).notUnderstood(text);
    }
  }
}
