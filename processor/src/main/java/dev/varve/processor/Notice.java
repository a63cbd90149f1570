package dev.varve.processor;

import java.util.List;

/**
 * Something that a person must know and that stands in no source file: it's about an option or
 * about the files that are written.
 *
 * @param message what it is
 * @param arguments what takes the place of {@code {0}}, {@code {1}} … in the message's text
 */
public record Notice(Message message, List<String> arguments) {
  /** Copies the list. */
  public Notice {
    arguments = List.copyOf(arguments);
  }

  /** A notice of these. */
  public static Notice of(Message message, String... arguments) {
    return new Notice(message, List.of(arguments));
  }

  /** {@code [VARVE-112] text}. */
  public String text() {
    return '[' + message.code() + "] " + message.text(arguments);
  }
}
