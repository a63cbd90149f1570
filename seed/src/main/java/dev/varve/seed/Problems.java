package dev.varve.seed;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Words for what goes wrong. */
final class Problems {
  private static final int LONGEST = 80;

  private Problems() {}

  /**
   * A problem of a column of a row.
   *
   * @param row a {@link Row} or {@link RowSeed}, which say how the row came about
   */
  static SeedException of(
      Object row, ColumnShape column, @Nullable String reason, @Nullable Throwable cause) {
    return of(row, column.setter + ": " + reason, cause);
  }

  /**
   * A problem of a row.
   *
   * @param row a {@link Row} or {@link RowSeed}, which say how the row came about
   */
  static SeedException of(Object row, String reason, @Nullable Throwable cause) {
    return new SeedException(row + at() + ": " + reason, cause);
  }

  /** The line of the source that called the seed builder, as a debugger shows it. */
  static String at() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> frames.filter(Problems::isCaller).findFirst())
        .map(frame -> " (" + frame.getFileName() + ':' + frame.getLineNumber() + ')')
        .orElse("");
  }

  /** The same without brackets: {@code ReportTest.java:23}; empty if nobody knows. */
  static String line() {
    String at = at();
    return at.isEmpty() ? at : at.substring(2, at.length() - 1);
  }

  private static boolean isCaller(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    String name = type.getName();
    boolean ours = name.startsWith("dev.varve.seed.") || Proxy.isProxyClass(type);
    return !ours && !name.startsWith("java.") && !name.startsWith("jdk.");
  }

  /** A value as it stands in a message. */
  static String shown(@Nullable Object value) {
    String text = value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
    String quoted = value instanceof CharSequence ? '"' + text + '"' : text;
    return quoted.length() > LONGEST ? quoted.substring(0, LONGEST) + "…" : quoted;
  }
}
