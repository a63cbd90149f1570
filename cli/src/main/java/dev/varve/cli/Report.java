package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What a command has to say, for people and for programs. */
interface Report {
  /** The version of the JSON's form. A change that could break a reader gets another number. */
  int FORMAT = 1;

  /** What it means for the shell. */
  ExitCode exitCode();

  /** The text for people, without a line end. */
  String text(Shell shell);

  /** What begins a line of the text that is not its own, where it can be run as a script. */
  default String comment() {
    return "";
  }

  /** Writes its members into the JSON object, behind {@code format} and {@code command}. */
  void writeMembers(JsonGenerator json) throws IOException;
}
