package dev.varve.processor.evolution;

import dev.varve.processor.read.Declared;
import dev.varve.schema.plan.HazardCode;
import java.util.Collection;
import java.util.List;

/** Annotations as a person types them. */
final class Pastes {
  private Pastes() {}

  /** {@code @Renamed(from = "fax")}. */
  static String renamed(String from) {
    return "@Renamed(from = " + literal(from) + ')';
  }

  /** {@code @Removed(column = "fax")}. */
  static String removedColumn(String column) {
    return "@Removed(column = " + literal(column) + ')';
  }

  /** {@code @Backfill("0")}. */
  static String backfill(String sql) {
    return "@Backfill(" + literal(sql) + ')';
  }

  /** {@code @Default("0")}. */
  static String byDefault(String sql) {
    return "@Default(" + literal(sql) + ')';
  }

  /** {@code @SuppressWarnings("varve:DS103")}. */
  static String suppressed(HazardCode code) {
    return "@SuppressWarnings(" + literal("varve:" + code) + ')';
  }

  /** {@code {"a", "b"}}, or one literal without braces. */
  static String array(Collection<String> values) {
    StringBuilder text = new StringBuilder();
    for (String value : values) {
      text.append(text.length() == 0 ? "" : ", ").append(literal(value));
    }
    return values.size() == 1 ? text.toString() : "{" + text + "}";
  }

  /** A Java literal. */
  static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** {@code "Customer.mobile" or "Customer.phone"}. */
  static String names(List<Declared> declared) {
    StringBuilder text = new StringBuilder();
    for (Declared one : declared) {
      text.append(text.length() == 0 ? "" : " or ").append('"').append(one.name()).append('"');
    }
    return text.toString();
  }
}
