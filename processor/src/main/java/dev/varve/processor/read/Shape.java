package dev.varve.processor.read;

import dev.varve.schema.ColumnType;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a Java type is to a database. */
sealed interface Shape {
  /**
   * A value of one column.
   *
   * @param type what the column holds
   * @param wrappers for a value record its component, the component of the record that this wraps,
   *     and so on
   * @param enumeration the enum whose constants are stored; null: none
   */
  record Scalar(ColumnType type, List<Component> wrappers, @Nullable TypeElement enumeration)
      implements Shape {
    Scalar(ColumnType type) {
      this(type, List.of(), null);
    }
  }

  /** A record that is an entity. */
  record EntityRecord(TypeElement type) implements Shape {}

  /** A record with several components that is no entity. */
  record PlainRecord(TypeElement type) implements Shape {}

  /**
   * A collection or an array.
   *
   * @param name {@code List}, {@code Set}, {@code Collection}; {@code []} for an array
   * @param element the type of its elements
   */
  record Many(String name, TypeMirror element) implements Shape {}

  /** A record that holds itself, directly or through others, so that it can't be unwrapped. */
  record Endless(TypeElement type) implements Shape {}

  /** A type that javac doesn't find, and complains about itself. */
  record Missing() implements Shape {}

  /** Any other type. */
  record Unknown() implements Shape {}
}
