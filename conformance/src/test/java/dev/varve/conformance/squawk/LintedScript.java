package dev.varve.conformance.squawk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An up or a down script of a migration.
 *
 * @param name where it comes from, for messages
 * @param transactional whether its statements run in one transaction
 * @param contract whether it takes away, as agreed
 * @param down whether it takes a migration back
 * @param hazards codes and subjects of the hazards that it names, as in {@code PG301 t.n}
 * @param statements what it does, in order
 */
record LintedScript(
    String name,
    boolean transactional,
    boolean contract,
    boolean down,
    Set<String> hazards,
    List<LintedStatement> statements) {
  LintedScript {
    hazards = Set.copyOf(hazards);
    statements = List.copyOf(statements);
  }

  static LintedScript of(
      String name,
      boolean transactional,
      boolean contract,
      boolean down,
      Set<String> hazards,
      List<String> statements) {
    List<LintedStatement> linted = new ArrayList<>();
    statements.forEach(sql -> linted.addAll(LintedStatement.of(sql)));
    return new LintedScript(name, transactional, contract, down, hazards, linted);
  }

  /** What squawk reads. */
  String text() {
    StringBuilder text = new StringBuilder();
    statements.forEach(statement -> text.append(statement.sql()).append(";\n"));
    return text.toString();
  }

  /** The statement that a line of the text belongs to, from 0. */
  LintedStatement at(int line) {
    long end = 0;
    for (LintedStatement statement : statements) {
      end += statement.sql().lines().count();
      if (line < end) {
        return statement;
      }
    }
    throw new IllegalArgumentException(name + " has no line " + line);
  }

  /** Whether it names a hazard of a table or column. */
  boolean names(String code, String subject) {
    return hazards.contains(code + ' ' + subject);
  }
}
