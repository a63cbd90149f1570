package dev.varve.processor.evolution;

import dev.varve.schema.ColumnName;
import dev.varve.schema.change.Question;
import dev.varve.schema.change.Question.ColumnGone;
import dev.varve.schema.change.Question.RenamedUnknown;
import dev.varve.schema.change.Question.ValueMissing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out questions that the answer to another answers too: a new column that may be a former
 * one needs no values, and one whose former name is misspelled is what the former one became.
 */
final class QuestionFilter {
  private final Set<ColumnName> misnamed = new HashSet<>();
  private final Set<ColumnName> candidates = new HashSet<>();

  private QuestionFilter() {}

  static List<Question> of(List<Question> questions) {
    QuestionFilter filter = new QuestionFilter();
    questions.forEach(filter::note);
    List<Question> left = new ArrayList<>();
    for (Question question : questions) {
      if (!filter.isAnswered(question)) {
        left.add(question);
      }
    }
    return left;
  }

  private void note(Question question) {
    if (question instanceof RenamedUnknown unknown) {
      misnamed.add(unknown.subject());
    } else if (question instanceof ColumnGone gone) {
      for (String candidate : gone.candidates()) {
        candidates.add(new ColumnName(gone.column().table(), candidate));
      }
    }
  }

  private boolean isAnswered(Question question) {
    if (question instanceof ValueMissing missing) {
      return missing.isNew()
          && (candidates.contains(missing.column()) || misnamed.contains(missing.column()));
    }
    return question instanceof ColumnGone gone && areMisnamed(gone);
  }

  private boolean areMisnamed(ColumnGone gone) {
    boolean all = !gone.candidates().isEmpty();
    for (String candidate : gone.candidates()) {
      all &= misnamed.contains(new ColumnName(gone.column().table(), candidate));
    }
    return all;
  }
}
