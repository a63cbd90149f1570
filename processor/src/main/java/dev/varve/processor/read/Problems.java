package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.processor.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems, each once. */
final class Problems {
  private final Set<Problem> all = new LinkedHashSet<>();
  private boolean errors;

  void add(Message message, Place place, String... arguments) {
    Problem problem = Problem.of(message, place, arguments);
    all.add(problem);
    errors |= problem.isError();
  }

  boolean hasErrors() {
    return errors;
  }

  int size() {
    return all.size();
  }

  List<Problem> all() {
    return new ArrayList<>(all);
  }
}
