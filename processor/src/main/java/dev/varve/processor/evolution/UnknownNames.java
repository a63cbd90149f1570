package dev.varve.processor.evolution;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.processor.Problem;
import dev.varve.processor.read.Clause;
import dev.varve.processor.read.Declarations;
import dev.varve.processor.read.Declared;
import dev.varve.processor.read.Model;
import dev.varve.processor.read.Suggestion;
import dev.varve.schema.ColumnName;
import dev.varve.schema.change.Question.RenamedUnknown;
import java.util.Optional;

/** Complains of former names that nothing had. */
final class UnknownNames {
  private final Model model;

  UnknownNames(Model model) {
    this.model = model;
  }

  Problem problem(RenamedUnknown unknown) {
    ColumnName subject = unknown.subject();
    boolean table = subject.column().isEmpty();
    Declarations declarations = model.declarations();
    Optional<Declared> declared =
        table ? declarations.table(subject.table()) : declarations.column(subject);
    String written = unknown.from().get(0);
    String known =
        unknown.known().isEmpty() ? "" : "; there were " + String.join(", ", unknown.known());
    String suggestion = Suggestion.didYouMean(written, unknown.known());
    return Problem.of(
        Message.RENAMED_UNKNOWN,
        place(subject, table).orElseGet(() -> declared.orElseGet(declarations::database).place()),
        declared.map(one -> '"' + one.name() + '"').orElse(subject.toString()),
        written,
        table ? "table" : "column",
        suggestion.isEmpty() ? known : suggestion);
  }

  private Optional<Place> place(ColumnName subject, boolean table) {
    for (Clause clause : model.past().clauses()) {
      if (table && clause.says().renamedTables().containsKey(subject.table())
          || !table && clause.says().renamedColumns().containsKey(subject)) {
        return Optional.of(clause.place());
      }
    }
    return Optional.empty();
  }
}
