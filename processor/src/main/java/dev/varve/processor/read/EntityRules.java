package dev.varve.processor.read;

import dev.varve.processor.Message;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What a type with {@code @Entity} must be. */
final class EntityRules {
  private final Access access;
  private final Problems problems;

  EntityRules(Access access, Problems problems) {
    this.access = access;
    this.problems = problems;
  }

  /** Whether {@code type} can be read as an entity; else that is a problem. */
  boolean canRead(TypeElement type, Marks marks) {
    Site site = new Site(type, marks);
    String name = type.getSimpleName().toString();
    if (type.getKind() != ElementKind.RECORD) {
      problems.add(Message.ENTITY_IS_NO_RECORD, site.place(), name, kind(type.getKind()));
      return false;
    }
    if (!type.getTypeParameters().isEmpty()) {
      problems.add(Message.ENTITY_IS_GENERIC, site.place(), name);
      return false;
    }
    if (!access.isAccessible(type)) {
      problems.add(Message.ENTITY_INACCESSIBLE, site.place(), name, access.packageName());
    }
    return true;
  }

  /** Whether {@code entity} has a key, or lost it by another problem; else that is one. */
  void checkKey(TableDraft draft) {
    RecordDeclaration entity = draft.entity();
    for (Component component : entity.components()) {
      if (component.has(MarkKind.ID)) {
        return;
      }
    }
    if (entity.components().isEmpty()) {
      problems.add(Message.NO_COMPONENTS, entity.site().place(), entity.simpleName());
    } else {
      problems.add(
          Message.NO_ID,
          entity.site().place(),
          entity.simpleName(),
          entity.components().get(0).name());
    }
  }

  /** About how many rows the entity says that its table has; 0: nothing. */
  static long rows(RecordDeclaration entity) {
    Mark mark = entity.site().marks().first(MarkKind.ENTITY);
    return mark == null ? 0 : mark.number("rows", 0);
  }

  /** A number of rows that can't be is a problem. */
  void checkRows(RecordDeclaration entity) {
    Mark mark = entity.site().marks().first(MarkKind.ENTITY);
    if (mark != null && rows(entity) < 0) {
      problems.add(
          Message.SIZE_OUT_OF_RANGE,
          entity.site().place(mark, "rows"),
          "rows",
          Long.toString(rows(entity)),
          entity.simpleName(),
          "0",
          Long.toString(Long.MAX_VALUE));
    }
  }

  private static String kind(ElementKind kind) {
    return switch (kind) {
      case INTERFACE -> "an interface";
      case ENUM -> "an enum";
      case ANNOTATION_TYPE -> "an annotation";
      default -> "a class";
    };
  }
}
