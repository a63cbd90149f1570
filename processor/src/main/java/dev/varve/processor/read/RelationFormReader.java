package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.read.Shape.EntityRecord;
import dev.varve.processor.read.Shape.Many;
import dev.varve.processor.read.Shape.PlainRecord;
import dev.varve.processor.read.Shape.Scalar;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds out what a component with {@code @Relation} refers to, and how. */
final class RelationFormReader {
  private final TypeReader types;
  private final RecordReader records;
  private final Problems problems;

  RelationFormReader(TypeReader types, RecordReader records, Problems problems) {
    this.types = types;
    this.records = records;
    this.problems = problems;
  }

  /** Empty: it can't be known, and a problem tells why, or javac will. */
  Optional<RelationForm> read(Component component, Mark relation) {
    if (isMissing(relation)) {
      return Optional.empty();
    }
    Shape shape = types.read(component.type());
    if (shape instanceof Many many && !many.name().equals("[]")) {
      return form(component, relation, types.read(many.element()), Optional.of(many.name()));
    }
    return form(component, relation, shape, Optional.empty());
  }

  /** Whether javac doesn't find the class that an annotation names, and says so itself. */
  static boolean isMissing(Mark relation) {
    TypeMirror named = relation.type("value");
    return relation.has("value") && (named == null || named.getKind() == TypeKind.ERROR);
  }

  private Optional<RelationForm> form(
      Component component, Mark relation, Shape shape, Optional<String> collection) {
    Optional<TypeElement> named = named(relation);
    if (named.isPresent() && !records.isEntity(named.get())) {
      noEntity(component, relation, named.get());
    } else if (shape instanceof EntityRecord entity) {
      return byRecord(component, relation, entity.type(), named.orElse(null), collection);
    } else if (shape instanceof Scalar scalar) {
      return byKey(component, relation, scalar, named, collection);
    } else if (shape instanceof PlainRecord record && named.isEmpty()) {
      noEntity(component, relation, record.type());
    } else if (!(shape instanceof Shape.Missing)) {
      unknown(component, relation);
    }
    return Optional.empty();
  }

  private Optional<RelationForm> byRecord(
      Component component,
      Mark relation,
      TypeElement target,
      @Nullable TypeElement named,
      Optional<String> collection) {
    if (named != null && !named.equals(target)) {
      problems.add(
          Message.RELATION_NAMES_OTHER,
          component.site().place(relation, "value"),
          component.display(),
          target.getSimpleName().toString(),
          named.getSimpleName().toString());
      return Optional.empty();
    }
    return Optional.of(new RelationForm(target, collection, Optional.empty()));
  }

  private Optional<RelationForm> byKey(
      Component component,
      Mark relation,
      Scalar scalar,
      Optional<TypeElement> named,
      Optional<String> collection) {
    if (named.isEmpty()) {
      unknown(component, relation);
      return Optional.empty();
    }
    return Optional.of(new RelationForm(named.get(), collection, Optional.of(scalar)));
  }

  /** The class that an annotation names; empty: none, or {@code void}. */
  static Optional<TypeElement> named(Mark relation) {
    return relation.type("value") instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement type
        ? Optional.of(type)
        : Optional.empty();
  }

  private void noEntity(Component component, Mark relation, TypeElement type) {
    problems.add(
        Message.RELATION_TO_NO_ENTITY,
        component.site().place(relation, "value"),
        component.display(),
        type.getSimpleName().toString());
  }

  private void unknown(Component component, Mark relation) {
    problems.add(
        Message.RELATION_WITHOUT_TARGET,
        component.site().place(relation),
        component.display(),
        TypeText.of(component.site().element().asType()));
  }
}
