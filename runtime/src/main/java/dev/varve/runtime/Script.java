package dev.varve.runtime;

import dev.varve.runtime.format.Backfill;
import dev.varve.runtime.format.BatchedStatement;
import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Directives;
import dev.varve.runtime.format.Directives.HazardNote;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.MigrationName;
import dev.varve.runtime.format.Rebuild;
import dev.varve.runtime.format.SqlStatement;
import dev.varve.runtime.format.StatementSplitter;
import dev.varve.runtime.format.TableStatement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One direction of a migration, read and understood.
 *
 * @param migration what it belongs to
 * @param file what to call it in messages: its file's name
 * @param text all of it
 * @param directives what its comments say
 * @param statements its statements
 */
record Script(
    MigrationName migration,
    String file,
    String text,
    Directives directives,
    List<SqlStatement> statements) {
  /** How the codes of hazards begin that take away tables or columns. */
  private static final String LOSS = "DS1";

  private static final String TRANSACTION =
      "a script must not begin or end transactions; remove the statement: the applier runs the"
          + " script in one, or with -- varve:transaction none each statement by itself";

  /**
   * Reads a script.
   *
   * @throws MigrationException if it cannot be understood, or holds what a script must not
   */
  static Script read(MigrationName migration, String file, String text, Engine engine) {
    try {
      Directives directives = Directives.parse(text);
      List<SqlStatement> statements = StatementSplitter.split(text, engine);
      Script script = new Script(migration, file, text, directives, statements);
      script.check(engine);
      return script;
    } catch (FormatException e) {
      throw new MigrationException(
          new Failure(
              String.valueOf(e.getMessage()), migration.version(), file, null, 0, null, null, e));
    }
  }

  /** How long each of its statements may take; empty: nobody said. */
  Optional<Duration> statementTimeout(Settings settings) {
    return directives.statementTimeout().or(settings::statementTimeout);
  }

  /**
   * The tables and columns that it takes away with what is in them: as {@code varve:destructive}
   * says, or where nothing does, as far as its statements show it. A table that is rebuilt stays.
   */
  List<Destructive> destroys(Engine engine) {
    if (!directives.destructive().isEmpty()) {
      return directives.destructive();
    }
    Set<Destructive> shown = new LinkedHashSet<>();
    for (SqlStatement statement : statements) {
      shown.addAll(TableStatement.destroyed(statement, engine));
    }
    shown.removeIf(lost -> lost.column().isEmpty() && isRebuilt(lost.table()));
    return List.copyOf(shown);
  }

  private boolean isRebuilt(String table) {
    for (Rebuild rebuild : directives.rebuilds()) {
      if (rebuild.table().equalsIgnoreCase(table)) {
        return true;
      }
    }
    return false;
  }

  /** The hazards that say it takes away data, where nothing says which, so that none can look. */
  List<HazardNote> blindLosses(Engine engine) {
    if (!destroys(engine).isEmpty()) {
      return List.of();
    }
    return directives.hazards().stream().filter(note -> note.code().startsWith(LOSS)).toList();
  }

  private void check(Engine engine) {
    if (!directives.transactional() && !directives.foreignKeys()) {
      throw Failure.of(
              this,
              "varve:transaction none and varve:foreign_keys off exclude each other: a table is"
                  + " rebuilt in a transaction; remove one")
          .exception();
    }
    if (!directives.rebuilds().isEmpty() && directives.foreignKeys()) {
      throw Failure.of(
              this,
              "varve:rebuild needs varve:foreign_keys off: else DROP TABLE deletes the rows that"
                  + " refer to the table; add -- varve:foreign_keys off")
          .exception();
    }
    for (SqlStatement statement : statements) {
      statement.backfill().ifPresent(backfill -> check(statement, backfill, engine));
      refused(statement, engine)
          .ifPresent(
              reason -> {
                String where = "line " + statement.line() + ": ";
                throw Failure.of(this, where + statement.excerpt(80) + ": " + reason).exception();
              });
    }
  }

  private static Optional<String> refused(SqlStatement statement) {
    return switch (statement.keyword()) {
      case "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT" -> Optional.of(TRANSACTION);
      case "CREATE" ->
          ConcurrentIndex.isUnnamed(statement)
              ? Optional.of("give the index a name, so that one that is half made can be found")
              : Optional.empty();
      case "PREPARE" ->
          statement.startsWith("PREPARE", "TRANSACTION")
              ? Optional.of(TRANSACTION)
              : Optional.empty();
      case "DISCARD" ->
          statement.startsWith("DISCARD", "ALL")
              ? Optional.of(
                  "it would give away the lock against other appliers; remove the statement")
              : Optional.empty();
      case "SET" ->
          statement.setting().equals("standard_conforming_strings")
                  && !statement.text().toLowerCase(Locale.ROOT).endsWith("on")
              ? Optional.of(
                  "quotes are read as the SQL standard has them; remove the statement, and write"
                      + " E'…' where a backslash is to escape")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private void check(SqlStatement statement, Backfill backfill, Engine engine) {
    if (directives.transactional()) {
      throw Failure.of(
              this,
              statement,
              "varve:backfill makes a transaction of each batch; say -- varve:transaction none at"
                  + " the top of the script")
          .exception();
    }
    BatchedStatement.of(statement, engine).check(backfill);
  }

  private Optional<String> refused(SqlStatement statement, Engine engine) {
    if (engine == Engine.POSTGRESQL) {
      return refused(statement);
    }
    return switch (statement.keyword()) {
      case "BEGIN", "COMMIT", "END", "ROLLBACK" -> Optional.of(TRANSACTION);
      case "PRAGMA" ->
          directives.transactional() && statement.startsWith("PRAGMA", "foreign_keys")
              ? Optional.of("SQLite ignores it in a transaction; say -- varve:foreign_keys off")
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
