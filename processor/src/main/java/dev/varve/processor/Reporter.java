package dev.varve.processor;

import java.util.List;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;

/** Prints problems where javac prints its own. */
public final class Reporter {
  private final Messager messager;

  /** A reporter for one compilation. */
  public Reporter(ProcessingEnvironment environment) {
    messager = environment.getMessager();
  }

  /** Prints all, sorted by file and position, each once. */
  public void print(List<Problem> problems) {
    for (Problem problem : problems) {
      Place place = problem.place();
      messager.printMessage(
          problem.message().kind(),
          problem.text(),
          place.element(),
          place.annotation().orElse(null),
          place.value().orElse(null));
    }
  }

  /** Prints what belongs to no place in a source file. */
  public void print(Notice notice) {
    messager.printMessage(notice.message().kind(), notice.text());
  }
}
