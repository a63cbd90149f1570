package dev.varve.project;

/** A kind of {@link Notice}. Enums implement it, which hold every text once. */
public interface NoticeKind {
  /** From 1 to 999, and no other kind's. */
  int number();

  /** How bad it is. */
  Severity severity();

  /** Its sentence, with {@code {0}}, {@code {1}} … where the arguments go. */
  String template();

  /** What it is called in documentation: {@code VARVE-} and three digits. */
  default String code() {
    String digits = Integer.toString(number());
    return "VARVE-" + "0".repeat(3 - digits.length()) + digits;
  }
}
