package dev.varve.processor;

import com.palantir.javapoet.ClassName;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
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
  private static final String RENAMED = "dev.varve.Renamed";

  /** The part of all entities that a compilation is about. */
  PartialCompilation partial(List<TypeElement> entities) {
    Set<String> compiled = new HashSet<>();
    Map<String, String> former = new HashMap<>();
    for (TypeElement entity : entities) {
      String name = elements.getBinaryName(entity).toString();
      compiled.add(name);
      AnnotationMirror renamed = annotation(entity, RENAMED);
      if (renamed != null) {
        renamed.getElementValues().values().forEach(from -> former.put(name, text(from)));
      }
    }
    return new PartialCompilation(compiled, former, this::isEntity);
  }

  private static String text(AnnotationValue value) {
    return String.valueOf(value.getValue());
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

  /**
   * The entities that own tables of {@code kept} that refer to others of {@code compiled}.
   *
   * @param kept the tables of entities that aren't in this compilation
   * @param compiled those of the entities that are
   */
  List<ClassName> referring(Schema kept, Schema compiled) {
    Set<QualifiedName> names = new HashSet<>();
    for (Table table : compiled.tables()) {
      names.add(table.name());
    }
    List<Table> referring = new ArrayList<>();
    for (Table table : kept.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (names.contains(key.target()) && !referring.contains(table)) {
          referring.add(table);
        }
      }
    }
    return owners(new Schema(List.of(), referring));
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
    return annotation(type, ENTITY) != null;
  }

  private static @Nullable AnnotationMirror annotation(TypeElement type, String name) {
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
      if (annotation.getQualifiedName().contentEquals(name)) {
        return mirror;
      }
    }
    return null;
  }
}
