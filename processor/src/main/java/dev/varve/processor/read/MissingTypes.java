package dev.varve.processor.read;

import dev.varve.processor.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
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
      if (!missingName(supertype).isEmpty()) {
        return true;
      }
    }
    RecordDeclaration declaration = records.read(record);
    for (Component component : declaration.components()) {
      if (!missingName(component.type()).isEmpty() || isMissingTarget(component.site().marks())) {
        return true;
      }
      TypeElement inner = types.record(component.type()).orElse(null);
      if (inner != null && !records.isEntity(inner) && in(inner, seen)) {
        return true;
      }
    }
    return isMissingTarget(declaration.site().marks());
  }

  /**
   * Says what was probably meant by missing types of components. That they are missing, javac says
   * itself.
   */
  void suggest(List<TypeElement> entities, Problems problems) {
    Map<String, String> known = new TreeMap<>();
    for (String name : TypeReader.knownTypes()) {
      known.put(name.substring(name.lastIndexOf('.') + 1), name);
    }
    for (TypeElement entity : entities) {
      known.put(entity.getSimpleName().toString(), entity.getQualifiedName().toString());
    }
    for (TypeElement entity : entities) {
      if (entity.getKind() == ElementKind.RECORD) {
        for (Component component : records.read(entity).components()) {
          suggest(component, known, problems);
        }
      }
    }
  }

  private static void suggest(Component component, Map<String, String> known, Problems problems) {
    String missing = missingName(component.type());
    String nearest = missing.isEmpty() ? "" : Suggestion.nearest(missing, known.keySet());
    if (!nearest.isEmpty()) {
      problems.add(
          Message.MISSING_TYPE,
          component.site().place(),
          component.display(),
          missing,
          known.getOrDefault(nearest, nearest));
    }
  }

  /** The simple name of the type that is missing; empty: none is. */
  private static String missingName(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return ((DeclaredType) type).asElement().getSimpleName().toString();
    }
    if (type.getKind() == TypeKind.ARRAY) {
      return missingName(((ArrayType) type).getComponentType());
    }
    if (type.getKind() == TypeKind.DECLARED) {
      for (TypeMirror argument : ((DeclaredType) type).getTypeArguments()) {
        String missing = missingName(argument);
        if (!missing.isEmpty()) {
          return missing;
        }
      }
    }
    return "";
  }

  private static boolean isMissingTarget(Marks marks) {
    for (Mark relation : marks.each(MarkKind.RELATION)) {
      if (RelationFormReader.isMissing(relation)) {
        return true;
      }
    }
    return false;
  }
}
