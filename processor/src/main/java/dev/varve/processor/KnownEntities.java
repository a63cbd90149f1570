package dev.varve.processor;

import com.palantir.javapoet.ClassName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Entities by their binary names, in this compilation or on its class path.
 *
 * @param elements javac's types
 */
record KnownEntities(Elements elements) {
  private static final String ENTITY = "dev.varve.Entity";

  /** The part of all entities that a compilation is about. */
  PartialCompilation partial(List<TypeElement> entities) {
    Set<String> compiled = new HashSet<>();
    for (TypeElement entity : entities) {
      compiled.add(elements.getBinaryName(entity).toString());
    }
    return new PartialCompilation(compiled, this::isEntity);
  }

  /** The entities that own tables. */
  List<ClassName> owners(Schema schema) {
    Set<ClassName> owners = new LinkedHashSet<>();
    for (Table table : schema.tables()) {
      TypeElement owner = find(PartialCompilation.owner(table));
      if (owner != null) {
        owners.add(ClassName.get(owner));
      }
    }
    return List.copyOf(owners);
  }

  private boolean isEntity(String binaryName) {
    TypeElement type = find(binaryName);
    return type != null && hasEntity(type);
  }

  private @Nullable TypeElement find(String binaryName) {
    TypeElement nested = elements.getTypeElement(binaryName.replace('$', '.'));
    return nested != null ? nested : elements.getTypeElement(binaryName);
  }

  private static boolean hasEntity(TypeElement type) {
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
      if (annotation.getQualifiedName().contentEquals(ENTITY)) {
        return true;
      }
    }
    return false;
  }
}
