package dev.varve.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A record, as it is declared.
 *
 * @param type the record
 * @param site the record and its annotations
 * @param components its components in order
 * @param staticFields its static fields, which are no components
 * @param comment what its Javadoc says; empty: nothing
 */
record RecordDeclaration(
    TypeElement type,
    Site site,
    List<Component> components,
    List<Element> staticFields,
    String comment) {
  RecordDeclaration {
    components = List.copyOf(components);
    staticFields = List.copyOf(staticFields);
  }

  String simpleName() {
    return type.getSimpleName().toString();
  }

  ClassName className() {
    return ClassName.get(type);
  }

  boolean isEntity() {
    return site.marks().has(MarkKind.ENTITY);
  }
}
