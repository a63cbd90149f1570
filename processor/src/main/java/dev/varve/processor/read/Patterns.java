package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.sql.PostgresPattern;
import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.element.AnnotationValue;

/** Reads {@code jakarta.validation.constraints.Pattern}. */
final class Patterns {
  private final Set<Dialect> targets;
  private final Problems problems;

  Patterns(Set<Dialect> targets, Problems problems) {
    this.targets = targets;
    this.problems = problems;
  }

  /** Adds what a pattern says; false if it isn't written. */
  boolean read(ColumnConstraint constraint) {
    String regex = constraint.mark().text("regexp");
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      problems.add(
          Message.BAD_PATTERN,
          constraint.site().place(constraint.mark(), "regexp"),
          constraint.component().display(),
          e.getDescription());
      return true;
    }
    boolean foldsCase = isFlagged(constraint.mark(), "CASE_INSENSITIVE");
    boolean plain = constraint.mark().list("flags").size() == (foldsCase ? 1 : 0);
    constraint.domain().matching(inline(constraint.mark()) + regex);
    Optional<String> translated = plain ? PostgresPattern.of(regex) : Optional.empty();
    if (translated.isPresent()) {
      String operator = foldsCase ? " ~* " : " ~ ";
      String condition = constraint.sqlName() + operator + SqlQuotes.text(translated.get());
      constraint.check(new Sql(Map.of(Dialect.POSTGRESQL, condition)));
    }
    warn(constraint, translated.isPresent());
    return true;
  }

  /** The flags as they stand in an expression: {@code (?is)}. */
  private static String inline(Mark mark) {
    StringBuilder letters = new StringBuilder();
    for (AnnotationValue flag : mark.list("flags")) {
      letters.append(
          switch (Mark.constant(flag)) {
            case "CASE_INSENSITIVE" -> "i";
            case "DOTALL" -> "s";
            case "MULTILINE" -> "m";
            case "UNICODE_CASE" -> "u";
            case "COMMENTS" -> "x";
            case "UNIX_LINES" -> "d";
            default -> ""; // canonical equivalence has no letter
          });
    }
    return letters.length() == 0 ? "" : "(?" + letters + ')';
  }

  private static boolean isFlagged(Mark mark, String flag) {
    List<AnnotationValue> flags = mark.list("flags");
    return flags.size() == 1 && Mark.constant(flags.get(0)).equals(flag);
  }

  private void warn(ColumnConstraint constraint, boolean inPostgres) {
    if (!inPostgres && targets.contains(Dialect.POSTGRESQL)) {
      notSaid(constraint, "PostgreSQL's regular expressions can't express it");
    } else if (targets.contains(Dialect.SQLITE)) {
      notSaid(constraint, "SQLite has no regular expressions");
    }
  }

  private void notSaid(ColumnConstraint constraint, String reason) {
    problems.add(
        Message.CONSTRAINT_NOT_SAID,
        constraint.site().place(constraint.mark()),
        constraint.mark().display(),
        constraint.component().display(),
        reason);
  }
}
