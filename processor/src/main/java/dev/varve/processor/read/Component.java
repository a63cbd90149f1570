package dev.varve.processor.read;

import javax.lang.model.type.TypeMirror;

/**
 * A component of a record, as it is declared.
 *
 * @param record the record's simple name
 * @param name its name
 * @param site its field, and the annotations of field and type
 * @param type its type; if {@code optional}, what the {@code Optional} holds
 * @param optional whether it is declared as {@code Optional}
 * @param nullable whether it may have no value: {@code optional}, or marked as nullable
 * @param comment what the record's Javadoc says about it; empty: nothing
 */
record Component(
    String record,
    String name,
    Site site,
    TypeMirror type,
    boolean optional,
    boolean nullable,
    String comment) {
  /** {@code Order.customer}. */
  String display() {
    return record + '.' + name;
  }

  boolean has(MarkKind kind) {
    return site.marks().has(kind);
  }
}
