package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.schema.Dialect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import org.jspecify.annotations.Nullable;

/** Reads the dialects that annotations name. */
final class Dialects {
  private Dialects() {}

  /** The dialect of a constant's name; null where javac found no constant. */
  static @Nullable Dialect read(String constant) {
    for (Dialect dialect : Dialect.values()) {
      if (dialect.name().equals(constant)) {
        return dialect;
      }
    }
    return null;
  }

  /** The dialects in an array; nothing if it isn't written. */
  static Set<Dialect> read(List<AnnotationValue> values) {
    Set<Dialect> dialects = EnumSet.noneOf(Dialect.class);
    for (AnnotationValue value : values) {
      Dialect dialect = read(Mark.constant(value));
      if (dialect != null) {
        dialects.add(dialect);
      }
    }
    return dialects;
  }

  /**
   * The dialects that a fragment of SQL is for: those its {@code on} names, else all that {@code
   * taken} doesn't hold yet. One that {@code taken} holds already is a problem.
   */
  static Set<Dialect> of(Site site, Mark mark, Set<Dialect> taken, Problems problems) {
    Set<Dialect> on = read(mark.list("on"));
    Set<Dialect> meant = on.isEmpty() ? EnumSet.allOf(Dialect.class) : on;
    for (Dialect dialect : meant) {
      if (!taken.add(dialect)) {
        problems.add(Message.DIALECT_TWICE, site.place(mark), mark.display(), dialect.name());
        return EnumSet.noneOf(Dialect.class);
      }
    }
    return meant;
  }
}
