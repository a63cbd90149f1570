package dev.varve.processor.evolution;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.processor.Problem;
import dev.varve.processor.read.Declarations;
import dev.varve.processor.read.Declared;
import dev.varve.schema.ColumnName;
import dev.varve.schema.change.Question.ValueGone;
import java.util.List;
import java.util.Optional;

/** Asks what becomes of rows that hold a constant which is gone. */
final class GoneValues {
  private final Declarations declarations;

  GoneValues(Declarations declarations) {
    this.declarations = declarations;
  }

  Problem problem(ValueGone gone) {
    Optional<Declared> enumeration = declarations.enumeration(gone.enumType());
    StringBuilder columns = new StringBuilder();
    for (ColumnName column : gone.columns()) {
      columns.append(columns.length() == 0 ? "" : ", ").append(column);
    }
    String name = enumeration.map(Declared::name).orElse(gone.enumType());
    return Problem.of(
        Message.VALUE_GONE,
        place(gone, enumeration),
        gone.value(),
        name.isEmpty() ? "an enum" : "the enum \"" + name + '"',
        columns.toString(),
        answers(gone, name));
  }

  private Place place(ValueGone gone, Optional<Declared> enumeration) {
    Optional<Declared> found = enumeration;
    for (ColumnName column : gone.columns()) {
      found = found.or(() -> declarations.column(column));
    }
    return found.orElseGet(declarations::database).place();
  }

  private String answers(ValueGone gone, String name) {
    StringBuilder answers = new StringBuilder("write ");
    if (!gone.candidates().isEmpty()) {
      answers.append(Pastes.renamed(gone.value())).append(" before \"");
      answers.append(String.join("\" or \"", gone.candidates())).append("\" if it is the same, ");
    }
    String removed = "@Removed(value = " + Pastes.literal(gone.value());
    List<String> constants = declarations.constants(gone.enumType());
    if (!constants.isEmpty()) {
      String instead = Pastes.literal(constants.get(0));
      answers.append(removed).append(", replaceWith = ").append(instead);
      answers.append(") before the enum if such rows get another constant, ");
    }
    String of = name.isEmpty() ? "the enum" : '"' + name + '"';
    return answers
        .append("or ")
        .append(removed)
        .append(") before ")
        .append(of)
        .append(" if there are none")
        .toString();
  }
}
