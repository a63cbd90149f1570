package dev.varve.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a command was started in.
 *
 * @param out where its result goes
 * @param err where progress, questions and errors go
 * @param environment the environment variables
 * @param person where somebody at a terminal types; empty where nobody sits there
 */
record Shell(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Optional<BufferedReader> person) {

  /** The shell of this process. */
  static Shell ofProcess() {
    return new Shell(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        System.getenv(),
        terminal().map(console -> new BufferedReader(console.reader())));
  }

  /** In UTF-8 whatever the locale is: JSON is, and so are the files that messages name. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    OutputStream stream = new FileOutputStream(descriptor);
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** The terminal, if both input and output are one. */
  private static Optional<Console> terminal() {
    Console console = System.console();
    return console != null && isTerminal(console) ? Optional.of(console) : Optional.empty();
  }

  /** From Java 22 on there may be a console without a terminal (JDK-8308591). */
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Console.isTerminal() is public and throws nothing", e);
    }
  }

  /** Whether colours are shown: on a terminal that has them, unless NO_COLOR (no-color.org). */
  boolean coloured() {
    return person.isPresent()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** A text in a colour, where colours are shown. */
  String in(Colour colour, String text) {
    return coloured() ? colour.of(text) : text;
  }

  /**
   * Asks the person a question that is answered with yes or no. Anything but yes is no.
   *
   * @throws java.util.NoSuchElementException if nobody is there
   */
  boolean agrees(String question) {
    err.print(question + " [y/N] ");
    err.flush();
    try {
      String answer = person.orElseThrow().readLine();
      String word = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
      return word.equals("y") || word.equals("yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
