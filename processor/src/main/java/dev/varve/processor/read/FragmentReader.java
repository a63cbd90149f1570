package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.processor.sql.DialectWords;
import dev.varve.processor.sql.SqlNames;
import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import dev.varve.schema.sql.SqlTokens;
import dev.varve.schema.sql.Token;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fragments of SQL in annotations, and checks the names in them. */
final class FragmentReader {
  private static final Set<String> TRANSLATED = Set.of("now", "gen_random_uuid");

  private final Set<Dialect> targets;
  private final Problems problems;

  /**
   * A reader.
   *
   * @param targets the dialects that SQL is written for
   */
  FragmentReader(Set<Dialect> targets, Problems problems) {
    this.targets = targets;
    this.problems = problems;
  }

  /**
   * Reads the value of {@code mark} called {@code value}.
   *
   * @param component what {@code {}} stands for; null: it has no meaning there
   * @param on the dialects that the fragment is for
   * @return null if something is wrong with it, which is a problem
   */
  @Nullable Fragment read(
      TableDraft draft,
      @Nullable DraftComponent component,
      Site site,
      Mark mark,
      String value,
      FragmentKind kind,
      Set<Dialect> on) {
    String text = mark.text(value);
    Place place = site.place(mark, value);
    if (text.isBlank()) {
      if (mark.has(value) && mark.value(value).getValue() instanceof String) {
        problems.add(Message.EMPTY_SQL, place, mark.display());
      }
      return null;
    }
    if (Braces.in(text) && !canFill(component, mark, place)) {
      return null;
    }
    String filled =
        component == null || component.columns().isEmpty()
            ? text.strip()
            : Braces.fill(text.strip(), SqlQuotes.name(component.columns().get(0)));
    SqlTokens tokens = SqlTokens.of(filled);
    if (tokens.flaw().isPresent()) {
      problems.add(Message.SQL_FLAW, place, mark.display(), tokens.flaw().get().display());
      return null;
    }
    SqlNames names = SqlNames.of(tokens.tokens(), draft.columnNames(), Set.of(draft.name().name()));
    if (!checkNames(draft, mark, place, kind, tokens.tokens(), names)) {
      return null;
    }
    Set<Dialect> dialects = dialects(draft, mark, place, kind, on, tokens.tokens());
    return new Fragment(sql(filled, dialects), tokens.tokens(), names.used());
  }

  private boolean canFill(@Nullable DraftComponent component, Mark mark, Place place) {
    if (component != null && component.columns().size() == 1) {
      return true;
    }
    problems.add(Message.NO_COLUMN_FOR_BRACES, place, mark.display());
    return false;
  }

  private static Sql sql(String text, Set<Dialect> dialects) {
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    for (Dialect dialect : dialects) {
      texts.put(dialect, text);
    }
    return new Sql(texts);
  }

  private boolean checkNames(
      TableDraft draft,
      Mark mark,
      Place place,
      FragmentKind kind,
      List<Token> tokens,
      SqlNames names) {
    if (kind != FragmentKind.BACKFILL && hasSubquery(tokens)) {
      problems.add(Message.SUBQUERY, place, mark.display());
      return false;
    }
    return switch (kind) {
      case CHECK, INDEX, COMPUTED -> checkColumns(draft, mark, place, names);
      case DEFAULT -> checkNoColumns(mark, place, names);
      case BACKFILL -> true;
    };
  }

  private boolean checkColumns(TableDraft draft, Mark mark, Place place, SqlNames names) {
    for (String name : names.unknown()) {
      if (!draft.mayHave(name)) {
        problems.add(
            Message.UNKNOWN_COLUMN,
            place,
            mark.display(),
            name,
            draft.display(),
            Suggestion.orList(name, draft.columnNames()));
      }
    }
    return names.unknown().isEmpty();
  }

  private boolean checkNoColumns(Mark mark, Place place, SqlNames names) {
    if (!names.used().isEmpty()) {
      String column = names.used().iterator().next();
      problems.add(Message.DEFAULT_USES_COLUMN, place, mark.display(), column);
      return false;
    }
    if (!names.unknown().isEmpty()) {
      problems.add(Message.DEFAULT_WITHOUT_QUOTES, place, mark.display(), names.unknown().get(0));
      return false;
    }
    return true;
  }

  private static boolean hasSubquery(List<Token> tokens) {
    for (Token token : tokens) {
      if (token.isWord("select")) {
        return true;
      }
    }
    return false;
  }

  /** The dialects among {@code on} that know all of the fragment. */
  private Set<Dialect> dialects(
      TableDraft draft,
      Mark mark,
      Place place,
      FragmentKind kind,
      Set<Dialect> on,
      List<Token> tokens) {
    Set<Dialect> dialects = EnumSet.noneOf(Dialect.class);
    boolean translated = kind == FragmentKind.DEFAULT && isTranslated(tokens);
    for (Dialect dialect : on) {
      Optional<String> foreign =
          translated
              ? Optional.empty()
              : DialectWords.foreignTo(dialect, tokens, draft.columnNames());
      if (foreign.isEmpty()) {
        dialects.add(dialect);
      } else if (targets.contains(dialect) && kind != FragmentKind.INDEX) {
        problems.add(
            Message.FOREIGN_SQL,
            place,
            mark.display(),
            foreign.get(),
            DialectText.of(dialect),
            dialect == Dialect.SQLITE ? "POSTGRESQL" : "SQLITE");
      }
    }
    return dialects;
  }

  /** Whether a default is a function that each dialect's script translates. */
  private static boolean isTranslated(List<Token> tokens) {
    return tokens.size() == 3
        && TRANSLATED.contains(tokens.get(0).name())
        && tokens.get(1).isSymbol("(")
        && tokens.get(2).isSymbol(")");
  }
}
