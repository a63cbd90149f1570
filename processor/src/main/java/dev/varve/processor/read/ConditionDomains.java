package dev.varve.processor.read;

import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what conditions say about the values of single columns: comparisons of a column, or of
 * a text's length, with literals, joined by AND.
 */
final class ConditionDomains {
  private final TableDraft draft;
  private final Fragment condition;

  private ConditionDomains(TableDraft draft, Fragment condition) {
    this.draft = draft;
    this.condition = condition;
  }

  /** Adds what a condition says to the domains of its columns. */
  static void read(TableDraft draft, Fragment condition) {
    new ConditionDomains(draft, condition).all(condition.tokens());
  }

  private void all(List<Token> tokens) {
    List<List<Token>> alternatives = Terms.split(tokens, "or");
    if (alternatives.size() > 1) {
      either(alternatives);
      return;
    }
    List<List<Token>> terms = Terms.split(tokens, "and");
    if (terms.size() > 1) {
      for (List<Token> term : terms) {
        all(term);
      }
      return;
    }
    List<Token> inner = Terms.withoutParentheses(tokens);
    if (inner.size() < tokens.size()) {
      all(inner);
    } else if (!term(tokens)) {
      notUnderstood(tokens);
    }
  }

  /** What null makes true is no riddle for the other columns: leave the column null. */
  private void either(List<List<Token>> alternatives) {
    for (List<Token> alternative : alternatives) {
      DraftColumn column = alternative.size() == 3 ? column(alternative.get(0)) : null;
      if (column != null
          && column.column().nullable()
          && alternative.get(1).isWord("is")
          && alternative.get(2).isWord("null")) {
        draft.domain(column.name()).notUnderstood(text());
        return;
      }
    }
    for (List<Token> alternative : alternatives) {
      notUnderstood(alternative);
    }
  }

  private void notUnderstood(List<Token> tokens) {
    List<String> columns = new ArrayList<>();
    for (Token token : tokens) {
      DraftColumn column = column(token);
      if (column != null && !columns.contains(column.name())) {
        columns.add(column.name());
      }
    }
    for (String column : columns) {
      draft.domain(column).notUnderstood(text());
    }
  }

  private String text() {
    return condition.sql().byDialect().isEmpty()
        ? ""
        : condition.sql().byDialect().values().iterator().next();
  }

  /** Reads one comparison; false if it isn't understood. */
  private boolean term(List<Token> tokens) {
    Comparison comparison = Comparison.of(tokens);
    if (comparison == null) {
      return false;
    }
    DraftColumn column = column(comparison.column());
    if (column == null) {
      return false;
    }
    if (comparison.function().isEmpty()) {
      return values(column, comparison);
    }
    boolean text = column.column().type() instanceof Text;
    return switch (comparison.function()) {
      case "length", "char_length" -> text && lengths(column, comparison);
      case "trim", "btrim" -> text && notBlank(column, comparison);
      default -> false;
    };
  }

  private boolean values(DraftColumn column, Comparison comparison) {
    if (comparison.isNotNull()) {
      return true;
    }
    if (Numbers.isNumber(column.column().type())) {
      return new Numbers(draft.domain(column.name()), column.column().type()).read(comparison);
    }
    if (column.column().type() == Simple.BOOLEAN) {
      return truth(column, comparison);
    }
    DomainDraft domain = draft.domain(column.name());
    if (comparison.isEmptyText("<>") || comparison.isEmptyText("!=")) {
      domain.lengthAtLeast(1);
      return true;
    }
    List<String> allowed = comparison.texts();
    if (allowed.isEmpty() || !comparison.isEquality()) {
      return false;
    }
    domain.oneOf(allowed);
    return true;
  }

  private boolean truth(DraftColumn column, Comparison comparison) {
    String value = comparison.truth();
    if (value.isEmpty()) {
      return false;
    }
    draft.domain(column.name()).oneOf(List.of(value));
    return true;
  }

  private boolean lengths(DraftColumn column, Comparison comparison) {
    Bounds bounds = Bounds.of(comparison, new NumberDomain(0));
    if (bounds == null) {
      return false;
    }
    DomainDraft domain = draft.domain(column.name());
    if (bounds.least() != null) {
      domain.lengthAtLeast(bounds.least().longValue());
    }
    if (bounds.greatest() != null) {
      domain.lengthAtMost(bounds.greatest().longValue());
    }
    return true;
  }

  private boolean notBlank(DraftColumn column, Comparison comparison) {
    boolean understood = comparison.isEmptyText("<>") || comparison.isEmptyText("!=");
    if (understood) {
      draft.domain(column.name()).notBlank();
    }
    return understood;
  }

  private @Nullable DraftColumn column(Token token) {
    boolean name = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED;
    Set<String> used = condition.columns();
    return name && used.contains(token.name()) ? draft.column(token.name()) : null;
  }
}
