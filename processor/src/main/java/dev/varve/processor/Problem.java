package dev.varve.processor;

import dev.varve.project.Notice;
import javax.tools.Diagnostic;

/**
 * Something that a person must know about a declaration.
 *
 * @param kind how severe it is
 * @param code what it is called in documentation and in {@code @SuppressWarnings}: {@code
 *     VARVE-012}
 * @param place where its cause stands
 * @param sentence what it is, and what to do
 */
public record Problem(Diagnostic.Kind kind, String code, Place place, String sentence) {
  /**
   * A problem at {@code place}.
   *
   * @param arguments what takes the place of {@code {0}}, {@code {1}} … in the message's text
   */
  public static Problem of(Message message, Place place, String... arguments) {
    return new Problem(
        message.kind(), message.code(), place, Notice.of(message, arguments).sentence());
  }

  /** Whether nothing may be generated because of it. */
  public boolean isError() {
    return kind == Diagnostic.Kind.ERROR;
  }

  /** {@code [VARVE-012] text}. */
  public String text() {
    return '[' + code + "] " + sentence;
  }
}
