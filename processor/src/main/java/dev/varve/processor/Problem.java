package dev.varve.processor;

import java.util.List;
import javax.tools.Diagnostic;

/**
 * Something that a person must know about a declaration.
 *
 * @param message what kind of problem it is
 * @param place where its cause stands
 * @param arguments what takes the place of {@code {0}}, {@code {1}} … in the message's text
 */
public record Problem(Message message, Place place, List<String> arguments) {
  /** Copies the list. */
  public Problem {
    arguments = List.copyOf(arguments);
  }

  /** A problem at {@code place}. */
  public static Problem of(Message message, Place place, String... arguments) {
    return new Problem(message, place, List.of(arguments));
  }

  /** Whether nothing may be generated because of it. */
  public boolean isError() {
    return message.kind() == Diagnostic.Kind.ERROR;
  }

  /** {@code [VARVE-012] text}. */
  public String text() {
    return '[' + message.code() + "] " + message.text(arguments);
  }
}
