package dev.varve.processor.read;

import dev.varve.schema.Dialect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code @Database} says, or what holds without it.
 *
 * @param name the database's name in upper camel case
 * @param packageName the package that the seed builder goes to
 * @param dialects the engines to write for, at least one
 * @param plural whether tables are named in the plural
 * @param removed the tables whose removal is agreed
 */
record Settings(
    String name, String packageName, Set<Dialect> dialects, boolean plural, List<String> removed) {
  Settings {
    dialects = EnumSet.copyOf(dialects);
    removed = List.copyOf(removed);
  }
}
