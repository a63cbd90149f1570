package dev.varve.processor;

import dev.varve.project.Notice;
import dev.varve.project.Severity;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** Prints problems where javac prints its own. */
public final class Reporter {
  private final ProcessingEnvironment environment;
  private final Messager messager;

  /** A reporter for one compilation. */
  public Reporter(ProcessingEnvironment environment) {
    this.environment = environment;
    messager = environment.getMessager();
  }

  /** Prints all but suppressed warnings, sorted by file and position. */
  public void print(List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    SourceTrees trees = SourceTrees.of(environment);
    for (Problem problem : trees.sorted(problems)) {
      if (problem.isError() || !Suppression.of(problem)) {
        print(problem, trees);
      }
    }
  }

  private void print(Problem problem, SourceTrees trees) {
    if (!trees.print(problem)) {
      Place place = problem.place();
      messager.printMessage(
          problem.kind(),
          problem.text(),
          place.element(),
          place.annotation().orElse(null),
          place.value().orElse(null));
    }
  }

  /** Prints what belongs to no place in a source file. */
  public void print(Notice notice) {
    messager.printMessage(kind(notice.kind().severity()), notice.text());
  }

  private static Diagnostic.Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
      case NOTE -> Diagnostic.Kind.NOTE;
    };
  }
}
