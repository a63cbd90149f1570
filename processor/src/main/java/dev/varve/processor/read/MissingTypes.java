package dev.varve.processor.read;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds entities that refer to types which don't exist, or not yet. */
final class MissingTypes {
  private final RecordReader records;
  private final TypeReader types;

  MissingTypes(RecordReader records, TypeReader types) {
    this.records = records;
    this.types = types;
  }

  /** Whether a component, of the record or of one in it, or a supertype is missing. */
  boolean in(TypeElement record) {
    return in(record, new HashSet<>());
  }

  private boolean in(TypeElement record, Set<TypeElement> seen) {
    if (!seen.add(record)) {
      return false;
    }
    for (TypeMirror supertype : record.getInterfaces()) {
      if (isMissing(supertype)) {
        return true;
      }
    }
    RecordDeclaration declaration = records.read(record);
    for (Component component : declaration.components()) {
      if (isMissing(component.type()) || isMissingTarget(component.site().marks())) {
        return true;
      }
      TypeElement inner = types.record(component.type()).orElse(null);
      if (inner != null && !records.isEntity(inner) && in(inner, seen)) {
        return true;
      }
    }
    return isMissingTarget(declaration.site().marks());
  }

  private static boolean isMissingTarget(Marks marks) {
    for (Mark relation : marks.each(MarkKind.RELATION)) {
      if (RelationFormReader.isMissing(relation)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMissing(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    if (type.getKind() == TypeKind.ARRAY) {
      return isMissing(((ArrayType) type).getComponentType());
    }
    if (type.getKind() == TypeKind.DECLARED) {
      for (TypeMirror argument : ((DeclaredType) type).getTypeArguments()) {
        if (isMissing(argument)) {
          return true;
        }
      }
    }
    return false;
  }
}
