package dev.varve.processor.read;

import dev.varve.processor.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * What came of reading entities.
 *
 * @param model what they say; empty if something is deferred, or any problem is an error, or javac
 *     itself will report errors in them
 * @param problems errors and warnings, at most one for each place and cause; none while something
 *     is deferred
 * @param deferred entities that refer to types which don't exist yet: another processor may
 *     generate them. All entities must be read again in the next round
 */
public record Reading(Optional<Model> model, List<Problem> problems, List<TypeElement> deferred) {
  /** Copies the lists. */
  public Reading {
    problems = List.copyOf(problems);
    deferred = List.copyOf(deferred);
  }
}
