package dev.varve.runtime.format;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a script's comments tell the applier. A directive is a line comment of its own, anywhere
 * outside quotes:
 *
 * <pre>{@code
 * -- varve:transaction none
 * -- varve:foreign_keys off
 * -- varve:rebuild customers
 * -- varve:phase contract
 * -- varve:hazard DS103 drops customers.fax
 * -- varve:destructive column customers.fax
 * -- varve:statement_timeout 30s
 * -- varve:lock_timeout 500ms
 * -- varve:backfill table=orders key=id
 * -- IRREVERSIBLE: the old fax numbers are gone
 * }</pre>
 *
 * {@link Backfill} belongs to the statement that follows it, the others to the whole script. A
 * comment {@code -- varve: …} with a blank after the colon is a title and no directive.
 *
 * @param transactional false after {@code transaction none}: each statement stands for itself,
 *     since one of them may not run in a transaction
 * @param foreignKeys false after {@code foreign_keys off}: SQLite's foreign keys have to be off
 *     while the script runs, since it rebuilds a table
 * @param rebuilds the tables that the script makes anew on SQLite, in the order of the file
 * @param contract true after {@code phase contract}: to be run only when no older version of the
 *     application runs any more
 * @param hazards what may go wrong with the script, in the order of the file
 * @param destructive what a down script takes away for good, in the order of the file
 * @param statementTimeout how long each statement may take before it is stopped, zero for ever;
 *     empty: as the applier was told
 * @param lockTimeout how long one attempt waits for a lock, zero for ever; empty: as the applier
 *     does by itself
 * @param irreversible why the script must never run, or empty where it may
 */
public record Directives(
    boolean transactional,
    boolean foreignKeys,
    List<Rebuild> rebuilds,
    boolean contract,
    List<HazardNote> hazards,
    List<Destructive> destructive,
    Optional<Duration> statementTimeout,
    Optional<Duration> lockTimeout,
    Optional<String> irreversible) {
  private static final String PREFIX = "varve:";
  private static final String IRREVERSIBLE = "IRREVERSIBLE:";

  /** Copies the lists. */
  public Directives {
    rebuilds = List.copyOf(rebuilds);
    hazards = List.copyOf(hazards);
    destructive = List.copyOf(destructive);
  }

  /**
   * A hazard that was accepted when the script was written.
   *
   * @param code its code, as in {@code DS103}
   * @param sentence what may happen
   */
  public record HazardNote(String code, String sentence) {}

  /**
   * Reads the directives of a script.
   *
   * @throws FormatException if one is unknown or not of its form: with the line
   */
  public static Directives parse(String script) {
    String text = Text.plain(script);
    SqlScanner scanner = new SqlScanner(text, SqlScanner.Lexicon.EITHER);
    DirectiveReader reader = new DirectiveReader();
    int line = 1;
    int counted = 0;
    while (scanner.next()) {
      if (scanner.kind() == SqlScanner.Kind.LINE_COMMENT) {
        line += newLines(text, counted, scanner.start());
        counted = scanner.start();
        read(reader, content(scanner.token()), line);
      }
    }
    return reader.directives();
  }

  private static void read(DirectiveReader reader, String comment, int line) {
    if (comment.startsWith(IRREVERSIBLE)) {
      reader.irreversible(comment.substring(IRREVERSIBLE.length()).strip());
    } else if (isDirectiveContent(comment)) {
      reader.read(comment.substring(PREFIX.length()), line);
    }
  }

  private static int newLines(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }

  /** Whether a line comment, from its {@code --}, is a directive. */
  static boolean isDirective(String comment) {
    String content = content(comment);
    return content.startsWith(IRREVERSIBLE) || isDirectiveContent(content);
  }

  private static boolean isDirectiveContent(String content) {
    return content.startsWith(PREFIX)
        && content.length() > PREFIX.length()
        && !Character.isWhitespace(content.charAt(PREFIX.length()));
  }

  /** What a line comment, from its {@code --}, says if it is the directive of this key. */
  static Optional<String> value(String key, String comment) {
    String content = content(comment);
    if (!content.startsWith(PREFIX + key)) {
      return Optional.empty();
    }
    String rest = content.substring(PREFIX.length() + key.length());
    return rest.isEmpty() || rest.charAt(0) == ' ' ? Optional.of(rest.strip()) : Optional.empty();
  }

  private static String content(String comment) {
    return comment.substring(2).strip();
  }
}
