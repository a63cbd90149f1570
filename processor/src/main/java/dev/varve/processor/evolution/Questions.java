package dev.varve.processor.evolution;

import dev.varve.processor.Problem;
import dev.varve.processor.read.Model;
import dev.varve.schema.change.Question;
import dev.varve.schema.change.Question.ColumnGone;
import dev.varve.schema.change.Question.GivenLost;
import dev.varve.schema.change.Question.Narrowed;
import dev.varve.schema.change.Question.RenamedUnknown;
import dev.varve.schema.change.Question.TableGone;
import dev.varve.schema.change.Question.ValueGone;
import dev.varve.schema.change.Question.ValueMissing;
import java.util.ArrayList;
import java.util.List;

/** Asks a person what two schemas leave open, at the declarations that an answer belongs to. */
final class Questions {
  private final Model model;

  Questions(Model model) {
    this.model = model;
  }

  /** An error for each question that isn't part of another; some are asked together. */
  List<Problem> problems(List<Question> questions) {
    List<Problem> problems = new ArrayList<>();
    List<ColumnGone> gone = new ArrayList<>();
    for (Question question : QuestionFilter.of(questions)) {
      if (question instanceof ColumnGone column) {
        gone.add(column);
      } else {
        problems.add(problem(question));
      }
    }
    problems.addAll(new GoneColumns(model).problems(gone));
    return problems;
  }

  private Problem problem(Question question) {
    if (question instanceof TableGone table) {
      return new GoneTables(model).problem(table);
    }
    if (question instanceof ValueGone value) {
      return new GoneValues(model.declarations()).problem(value);
    }
    if (question instanceof Narrowed narrowed) {
      return new OpenValues(model).problem(narrowed);
    }
    if (question instanceof GivenLost lost) {
      return new OpenValues(model).problem(lost);
    }
    if (question instanceof ValueMissing missing) {
      return new OpenValues(model).problem(missing);
    }
    return new UnknownNames(model).problem((RenamedUnknown) question);
  }
}
