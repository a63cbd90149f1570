package dev.varve.cli;

/** A colour of a terminal (ECMA-48, SGR). */
enum Colour {
  RED(31),
  GREEN(32),
  YELLOW(33);

  private final int code;

  Colour(int code) {
    this.code = code;
  }

  /** The text in this colour, and what follows as before. */
  String of(String text) {
    return "\u001b[" + code + 'm' + text + "\u001b[m";
  }
}
