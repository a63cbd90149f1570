package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.binding.Domain.Tense;
import dev.varve.schema.Dialect;
import java.util.Set;

/**
 * Reads the constraints of {@code jakarta.validation}, by name: what a dialect can say becomes a
 * CHECK, what it can't a warning.
 */
final class ConstraintReader {
  private static final Set<String> NUMERIC =
      Set.of(
          "Min",
          "Max",
          "DecimalMin",
          "DecimalMax",
          "Positive",
          "PositiveOrZero",
          "Negative",
          "NegativeOrZero",
          "Digits");

  private static final Set<String> TEMPORAL =
      Set.of("Past", "PastOrPresent", "Future", "FutureOrPresent");

  private static final Set<String> NOT_NULL = Set.of("NotNull", "NotBlank", "NotEmpty");

  private final NumberConstraints numbers;
  private final TextConstraints texts;
  private final Problems problems;

  ConstraintReader(Set<Dialect> targets, Problems problems) {
    this.problems = problems;
    numbers = new NumberConstraints();
    texts = new TextConstraints(targets, problems);
  }

  /** Reads those of all components. */
  void read(TableDraft draft) {
    for (DraftComponent component : draft.components()) {
      read(draft, component);
    }
  }

  private void read(TableDraft draft, DraftComponent component) {
    boolean one = component.columns().size() == 1 && !component.component().has(MarkKind.EMBEDDED);
    DraftColumn column = one ? draft.column(component.columns().get(0)) : null;
    if (column == null) {
      readNone(component);
      return;
    }
    for (Site site : column.sites()) {
      for (Mark mark : site.marks().each(MarkKind.CONSTRAINT)) {
        ColumnConstraint constraint =
            new ColumnConstraint(draft, column, component.component(), site, mark);
        checkNullable(component.component(), site, mark);
        if (!read(constraint)) {
          notSaid(component.component(), site, mark, "it means nothing for this type");
        }
      }
    }
  }

  /** Only that a component isn't null can be said of one without a single column. */
  private void readNone(DraftComponent component) {
    Site site = component.component().site();
    for (Mark mark : site.marks().each(MarkKind.CONSTRAINT)) {
      checkNullable(component.component(), site, mark);
      if (!mark.name().equals("NotNull")) {
        notSaid(component.component(), site, mark, "a CHECK sees single columns of one row");
      }
    }
  }

  private boolean read(ColumnConstraint constraint) {
    String name = constraint.mark().name();
    if (NUMERIC.contains(name)) {
      return constraint.isNumber() && numbers.read(constraint);
    }
    if (TEMPORAL.contains(name)) {
      return temporal(constraint, name);
    }
    return name.equals("NotNull") || texts.read(constraint);
  }

  /** A CHECK against the clock would make rows invalid as time passes, and SQLite refuses it. */
  private boolean temporal(ColumnConstraint constraint, String name) {
    if (!constraint.isMoment()) {
      return false;
    }
    constraint.domain().in(name.startsWith("Past") ? Tense.PAST : Tense.FUTURE);
    notSaid(
        constraint.component(),
        constraint.site(),
        constraint.mark(),
        "a row must not become invalid as time passes");
    return true;
  }

  private void checkNullable(Component component, Site site, Mark mark) {
    if (component.nullable() && !component.optional() && NOT_NULL.contains(mark.name())) {
      problems.add(
          Message.NULLABLE_CONTRADICTION, site.place(mark), component.display(), mark.display());
    }
  }

  private void notSaid(Component component, Site site, Mark mark, String reason) {
    problems.add(
        Message.CONSTRAINT_NOT_SAID, site.place(mark), mark.display(), component.display(), reason);
  }
}
