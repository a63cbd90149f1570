package dev.varve.project;

import dev.varve.runtime.format.Directives;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.StatementSplitter;
import dev.varve.schema.Dialect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that drafts do something both ways: once sealed they can't be corrected any more.
 *
 * @param layout where the files lie, for messages
 */
record SealChecks(Layout layout) {
  /** Refuses scripts without a statement, and those that the applier couldn't read. */
  void check(Dialect dialect, WantedMigrations migrations) throws FileProblem {
    for (LockEntry entry : migrations.lock().entries()) {
      if (entry.state() == LockEntry.State.DRAFT) {
        String advice =
            entry.byHand()
                ? "write it, or delete both scripts to give it up"
                : "correct it, or delete it to have it generated anew";
        for (String file : List.of(entry.migration().upFile(), entry.migration().downFile())) {
          check(dialect, migrations.scripts().get(file), file, advice);
        }
      }
    }
  }

  /**
   * Refuses a script without a statement, and one that the applier couldn't read.
   *
   * @param script its text; null: there is no such file
   * @param advice what to do about it
   */
  void check(Dialect dialect, @Nullable String script, String file, String advice)
      throws FileProblem {
    Optional<String> reason =
        script == null ? Optional.of("it is missing") : reason(script, engine(dialect));
    if (reason.isPresent()) {
      throw new FileProblem(
          FileMessage.NOT_SEALABLE, layout.script(dialect, file).toString(), reason.get(), advice);
    }
  }

  private static Optional<String> reason(String script, Engine engine) {
    try {
      boolean fine =
          !StatementSplitter.split(script, engine).isEmpty()
              || Directives.parse(script).irreversible().isPresent();
      return fine ? Optional.empty() : Optional.of("it has no statement");
    } catch (FormatException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  static Engine engine(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> Engine.POSTGRESQL;
      case SQLITE -> Engine.SQLITE;
    };
  }
}
