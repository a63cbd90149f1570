package dev.varve.schema.sql;

/** Blocks of PL/pgSQL, for what has no IF NOT EXISTS. */
final class PostgresBlocks {
  /** What goes before the statements of {@link #runIf}. */
  static final String INDENT = "    ";

  private PostgresBlocks() {}

  /** {@code DO $$ BEGIN … END $$}, on lines of their own. */
  static String run(String statements) {
    return "DO " + Literals.postgresBlock(" BEGIN\n  " + statements + "\nEND ");
  }

  /** Statements that run only under a condition. */
  static String runIf(String condition, String... statements) {
    StringBuilder body = new StringBuilder("IF ").append(condition).append(" THEN\n");
    for (String statement : statements) {
      body.append(INDENT).append(statement).append(";\n");
    }
    return run(body.append("  END IF;").toString());
  }
}
