package dev.varve.processor.read;

import dev.varve.processor.binding.ColumnOrder;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what conditions say about the values of columns: comparisons of a column, or of a
 * text's length, with literals, and of two columns, joined by AND.
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

  /**
   * {@code x IS NULL OR} what {@code x} must be else: the same as without the first part, for a
   * comparison with null holds. Of other alternatives null is one that anybody can choose, so the
   * rest is no riddle for the other columns.
   */
  private void either(List<List<Token>> alternatives) {
    DraftColumn optional = null;
    List<List<Token>> others = new ArrayList<>();
    for (List<Token> alternative : alternatives) {
      DraftColumn column = optional == null ? isNull(Terms.withoutParentheses(alternative)) : null;
      if (column == null) {
        others.add(alternative);
      } else {
        optional = column;
      }
    }
    if (optional == null) {
      for (List<Token> alternative : alternatives) {
        notUnderstood(alternative);
      }
    } else if (others.size() > 1 || !allMention(optional, others.get(0))) {
      draft.domain(optional.name()).notUnderstood(text());
    }
  }

  private @Nullable DraftColumn isNull(List<Token> tokens) {
    DraftColumn column = tokens.size() == 3 ? column(tokens.get(0)) : null;
    boolean isNull = column != null && tokens.get(1).isWord("is") && tokens.get(2).isWord("null");
    return isNull && column.column().nullable() ? column : null;
  }

  /** Reads terms that a column is in; false if one hasn't it, or isn't understood. */
  private boolean allMention(DraftColumn column, List<Token> condition) {
    List<Token> inner = Terms.withoutParentheses(condition);
    List<List<Token>> terms = Terms.split(inner, "and");
    for (List<Token> term : terms) {
      boolean mentioned = false;
      for (Token token : term) {
        mentioned |= column(token) == column;
      }
      if (!mentioned) {
        return false;
      }
    }
    boolean understood = true;
    for (List<Token> term : terms) {
      understood &= term(Terms.withoutParentheses(term));
    }
    return understood;
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
    DraftColumn first = tokens.size() == 3 ? column(tokens.get(0)) : null;
    DraftColumn second = first == null ? null : column(tokens.get(2));
    if (first != null && second != null) {
      ColumnOrder order = ColumnPairs.read(first, tokens.get(1), second);
      if (order != null) {
        draft.orders.add(order);
      }
      return order != null;
    }
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
      case "length", "char_length", "character_length" -> text && lengths(column, comparison);
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
    return Moments.isMoment(column.column().type())
        ? moments(column, comparison)
        : texts(column, comparison);
  }

  private boolean moments(DraftColumn column, Comparison comparison) {
    ColumnType type = column.column().type();
    if (type == Simple.DATE && comparison.isEquality() && !comparison.texts().isEmpty()) {
      draft.domain(column.name()).oneOf(comparison.texts());
      return true;
    }
    Bounds bounds = Moments.bounds(type, comparison);
    if (bounds == null) {
      return false;
    }
    bounds.narrow(draft.domain(column.name()));
    return true;
  }

  private boolean texts(DraftColumn column, Comparison comparison) {
    DomainDraft domain = draft.domain(column.name());
    ColumnType type = column.column().type();
    if (type instanceof Text && (comparison.isEmptyText("<>") || comparison.isEmptyText("!="))) {
      domain.lengthAtLeast(1);
      return true;
    }
    List<String> texts = comparison.texts();
    if (texts.isEmpty() || type == Simple.JSON || type instanceof Array) {
      return false;
    }
    if (comparison.isEquality()) {
      domain.oneOf(texts);
    } else if (comparison.isInequality()) {
      domain.noneOf(texts);
    } else {
      return type instanceof Text && pattern(domain, comparison.operator(), texts.get(0));
    }
    return true;
  }

  private boolean pattern(DomainDraft domain, String operator, String pattern) {
    boolean sqliteAlone = !condition.sql().byDialect().containsKey(Dialect.POSTGRESQL);
    String regex =
        switch (operator) {
          case "like" -> TextPatterns.like(pattern, sqliteAlone);
          case "glob" -> TextPatterns.glob(pattern);
          case "~", "~*" -> TextPatterns.posix(pattern, operator.equals("~*"));
          default -> null;
        };
    if (regex != null) {
      domain.matching(regex);
    }
    return regex != null;
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
