package dev.varve.processor.read;

import dev.varve.schema.Dialect;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * What {@code @Database} says, or what holds without it.
 *
 * @param name the database's name in upper camel case
 * @param packageName the package that the seed builder goes to
 * @param dialects the engines to write for, at least one
 * @param plural whether tables are named in the plural
 * @param database what carries the annotation, in this compilation or an earlier one
 */
record Settings(
    String name,
    String packageName,
    Set<Dialect> dialects,
    boolean plural,
    Optional<Element> database) {
  Settings {
    dialects = EnumSet.copyOf(dialects);
  }
}
