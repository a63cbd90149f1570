package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.processor.read.Shape.EntityRecord;
import dev.varve.processor.read.Shape.Many;
import dev.varve.processor.read.Shape.PlainRecord;
import dev.varve.processor.read.Shape.Scalar;
import dev.varve.schema.ColumnType.Simple;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a component of an entity, or of a record embedded in one, may say of itself. */
final class ComponentRules {
  /** Pairs of annotations of which the second makes no sense beside the first. */
  private static final List<List<MarkKind>> CONTRADICTIONS =
      List.of(
          List.of(MarkKind.DEFAULT, MarkKind.COMPUTED),
          List.of(MarkKind.EMBEDDED, MarkKind.RELATION),
          List.of(MarkKind.EMBEDDED, MarkKind.COLUMN),
          List.of(MarkKind.EMBEDDED, MarkKind.JSON),
          List.of(MarkKind.EMBEDDED, MarkKind.ENUMERATED),
          List.of(MarkKind.EMBEDDED, MarkKind.DEFAULT),
          List.of(MarkKind.EMBEDDED, MarkKind.COMPUTED),
          List.of(MarkKind.EMBEDDED, MarkKind.BACKFILL),
          List.of(MarkKind.RELATION, MarkKind.JSON),
          List.of(MarkKind.RELATION, MarkKind.ENUMERATED),
          List.of(MarkKind.RELATION, MarkKind.COMPUTED),
          List.of(MarkKind.JSON, MarkKind.ENUMERATED),
          List.of(MarkKind.ID, MarkKind.COMPUTED));

  private final Access access;
  private final TypeReader types;
  private final Problems problems;

  ComponentRules(Access access, TypeReader types, Problems problems) {
    this.access = access;
    this.types = types;
    this.problems = problems;
  }

  /** Checks what can be said without knowing the table. */
  void check(Component component, Scope scope) {
    Marks marks = component.site().marks();
    if (!marks.all().isEmpty()) {
      checkContradictions(component, marks);
      checkNullable(component, marks);
      checkId(component, marks, scope);
    }
    if (component.type() instanceof ArrayType array && !marks.has(MarkKind.NULLABLE)) {
      checkElements(component, array.getComponentType());
    }
    Shape shape = types.read(component.type());
    if (shape instanceof Scalar scalar && !marks.has(MarkKind.TRANSIENT)) {
      checkAccess(component, scalar);
    }
  }

  private void checkContradictions(Component component, Marks marks) {
    if (marks.has(MarkKind.TRANSIENT)) {
      for (Mark mark : marks.all()) {
        if (mark.kind() != MarkKind.TRANSIENT
            && mark.kind() != MarkKind.NULLABLE
            && mark.kind() != MarkKind.CONSTRAINT) {
          contradiction(component, marks.first(MarkKind.TRANSIENT), mark);
        }
      }
    }
    for (List<MarkKind> pair : CONTRADICTIONS) {
      Mark first = marks.first(pair.get(0));
      Mark second = first == null ? null : marks.first(pair.get(1));
      if (second != null) {
        contradiction(component, first, second);
      }
    }
  }

  private void contradiction(Component component, @Nullable Mark first, Mark second) {
    problems.add(
        Message.CONTRADICTION,
        component.site().place(second),
        component.display(),
        first == null ? "" : first.display(),
        second.display());
  }

  private void checkNullable(Component component, Marks marks) {
    Mark nullable = marks.first(MarkKind.NULLABLE);
    Site site = component.site();
    TypeMirror type = component.type();
    if (nullable == null) {
      return;
    }
    if (type.getKind().isPrimitive()) {
      problems.add(
          Message.NULLABLE_PRIMITIVE,
          site.place(nullable),
          component.display(),
          TypeText.of(type),
          boxed(type));
    } else if (component.optional()) {
      problems.add(Message.NULLABLE_OPTIONAL, site.place(nullable), component.display());
    }
  }

  /** In {@code @Nullable byte[]} it's the bytes that a type annotation is about. */
  private void checkElements(Component component, TypeMirror element) {
    if (!element.getKind().isPrimitive()) {
      return;
    }
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
        problems.add(
            Message.NULLABLE_ELEMENT,
            Place.of(component.site().element(), mirror),
            component.display(),
            TypeText.of(element));
      }
    }
  }

  static String boxed(TypeMirror type) {
    return switch (type.getKind()) {
      case INT -> "Integer";
      case CHAR -> "Character";
      default -> {
        String name = TypeText.of(type);
        yield Character.toUpperCase(name.charAt(0)) + name.substring(1);
      }
    };
  }

  private void checkId(Component component, Marks marks, Scope scope) {
    Mark id = marks.first(MarkKind.ID);
    if (id == null) {
      return;
    }
    if (scope.isEmbedded()) {
      problems.add(Message.ID_IN_EMBEDDED, component.site().place(id), component.display());
    } else if (component.nullable()) {
      problems.add(
          Message.NULLABLE_ID, component.site().place(MarkKind.NULLABLE), component.display());
    }
  }

  private void checkAccess(Component component, Scalar scalar) {
    if (scalar.enumeration() != null) {
      checkAccess(component, scalar.enumeration());
    }
    for (Component wrapper : scalar.wrappers()) {
      checkAccess(component, (TypeElement) wrapper.site().element().getEnclosingElement());
    }
  }

  private void checkAccess(Component component, TypeElement type) {
    if (!access.isAccessible(type)) {
      problems.add(
          Message.INACCESSIBLE_TYPE,
          component.site().place(),
          component.display(),
          type.getSimpleName().toString(),
          access.packageName());
    }
  }

  /** Whether {@code record} can be embedded here; else that is a problem. */
  boolean canEmbed(Component component, Mark embedded, TypeElement record, Scope scope) {
    Site site = component.site();
    String name = record.getSimpleName().toString();
    if (types.isEntity(record)) {
      problems.add(Message.EMBEDDED_ENTITY, site.place(embedded), component.display(), name);
    } else if (!record.getTypeParameters().isEmpty()) {
      problems.add(Message.EMBEDDED_GENERIC, site.place(embedded), component.display(), name);
    } else if (scope.records().contains(record)) {
      problems.add(Message.ENDLESS_RECORD, site.place(), component.display(), name);
    } else {
      checkAccess(component, record);
      return true;
    }
    return false;
  }

  /** Complains that something that is no record is embedded. */
  void embeddedOnOther(Component component, Mark embedded, Shape shape) {
    if (!(shape instanceof Shape.Missing)) {
      problems.add(
          Message.EMBEDDED_ON_OTHER,
          component.site().place(embedded),
          component.display(),
          TypeText.of(component.site().element().asType()));
    }
  }

  /** Complains of a component whose type isn't stored in one column. */
  void noColumn(Component component, Shape shape) {
    Site site = component.site();
    String type = TypeText.of(component.site().element().asType());
    if (shape instanceof EntityRecord entity) {
      problems.add(
          Message.ENTITY_WITHOUT_RELATION,
          site.place(),
          component.display(),
          entity.type().getSimpleName().toString());
    } else if (shape instanceof PlainRecord record) {
      problems.add(
          Message.RECORD_WITHOUT_EMBEDDED,
          site.place(),
          component.display(),
          record.type().getSimpleName().toString());
    } else if (shape instanceof Shape.Endless endless) {
      problems.add(
          Message.ENDLESS_RECORD,
          site.place(),
          component.display(),
          endless.type().getSimpleName().toString());
    } else if (shape instanceof Many many) {
      many(component, many, type);
    } else if (shape instanceof Shape.Unknown) {
      problems.add(Message.UNKNOWN_TYPE, site.place(), component.display(), type);
    }
  }

  private void many(Component component, Many many, String type) {
    Shape element = types.read(many.element());
    Site site = component.site();
    if (element instanceof EntityRecord entity) {
      String name = entity.type().getSimpleName().toString();
      problems.add(Message.ENTITY_WITHOUT_RELATION, site.place(), component.display(), name);
    } else if (element instanceof Scalar scalar
        && scalar.wrappers().isEmpty()
        && scalar.type() != Simple.BYTES
        && scalar.type() != Simple.JSON) {
      String boxed =
          many.element() instanceof ArrayType ? type : "List<" + TypeText.of(many.element()) + '>';
      problems.add(Message.NOT_A_LIST, site.place(), component.display(), type, boxed);
    } else if (!(element instanceof Shape.Missing)) {
      problems.add(Message.ELEMENT_TYPE, site.place(), component.display(), type);
    }
  }
}
