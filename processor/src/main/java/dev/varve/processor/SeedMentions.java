package dev.varve.processor;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Whether sources of this compilation name its seed builders. What javac doesn't find in an import
 * or a signature is an error once the last round begins: builders that are named must be there
 * before. All others can wait for it, which spares javac to enter each class another time.
 *
 * <p>It looks at words: one in a comment costs time, and that is all.
 */
final class SeedMentions {
  /** All builders have the first in their names, a database's plan and its rows the others. */
  private static final List<String> MARKS = List.of("Seed", "Plan", "Rows");

  private final SourceTrees trees;
  private final Set<String> words = new HashSet<>();
  private boolean unknown;

  SeedMentions(SourceTrees trees) {
    this.trees = trees;
    this.unknown = !trees.exist();
  }

  /** Looks into the files that declare {@code elements}. */
  void add(Set<? extends Element> elements) {
    JavaFileObject last = null;
    for (Element element : elements) {
      JavaFileObject file = trees.file(element);
      if (file != null && file != last) {
        String text = text(file);
        for (String mark : text == null ? List.<String>of() : MARKS) {
          addWords(text, mark);
        }
      }
      last = file;
    }
  }

  private @Nullable String text(JavaFileObject file) {
    try {
      return file.getCharContent(true).toString();
    } catch (IOException unreadable) {
      unknown = true;
      return null;
    }
  }

  private void addWords(String text, String part) {
    int mark = text.indexOf(part);
    while (mark >= 0) {
      int start = mark;
      while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
        start--;
      }
      int end = mark + part.length();
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      words.add(text.substring(start, end));
      // A letter may be written as an escape.
      unknown |= start > 0 && text.charAt(start - 1) == '\\';
      mark = text.indexOf(part, end);
    }
  }

  /** Whether a source surely names {@code name}. */
  boolean names(String name) {
    return words.contains(name);
  }

  /** Whether one of {@code names} may be named by a source. */
  boolean any(Set<String> names) {
    return unknown && !names.isEmpty() || !Collections.disjoint(words, names);
  }
}
