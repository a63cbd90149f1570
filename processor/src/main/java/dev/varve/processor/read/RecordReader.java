package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of records, each once. */
final class RecordReader {
  private final MarkReader marks;
  private final Elements elements;
  private final Map<TypeElement, RecordDeclaration> read = new HashMap<>();

  RecordReader(MarkReader marks, Elements elements) {
    this.marks = marks;
    this.elements = elements;
  }

  /** The declaration of {@code type}, which must be a record. */
  RecordDeclaration read(TypeElement type) {
    RecordDeclaration declaration = read.get(type);
    if (declaration == null) {
      declaration = declaration(type);
      read.put(type, declaration);
    }
    return declaration;
  }

  /** Whether {@code type} has been read: an entity, or a component of one has that type. */
  boolean wasRead(TypeElement type) {
    return read.containsKey(type);
  }

  /** Whether {@code type} is a record with {@code @Entity}. */
  boolean isEntity(TypeElement type) {
    return type.getKind() == ElementKind.RECORD && read(type).isEntity();
  }

  private RecordDeclaration declaration(TypeElement type) {
    String name = type.getSimpleName().toString();
    Map<String, Element> fields = new LinkedHashMap<>();
    List<Component> components = new ArrayList<>();
    List<RecordComponentElement> declared = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.FIELD) {
        fields.put(member.getSimpleName().toString(), member);
      } else if (member instanceof RecordComponentElement component) {
        declared.add(component);
      }
    }
    Documentation documentation = Documentation.of(type, elements);
    for (RecordComponentElement component : declared) {
      String componentName = component.getSimpleName().toString();
      Element field = fields.remove(componentName);
      field = field == null ? component : field;
      components.add(component(name, componentName, field, documentation));
    }
    Site site = new Site(type, marks.read(type));
    return new RecordDeclaration(
        type, site, components, List.copyOf(fields.values()), documentation.text());
  }

  private Component component(
      String record, String name, Element field, Documentation documentation) {
    TypeMirror type = field.asType();
    Marks found = marks.read(field, type);
    TypeMirror held = heldByOptional(type);
    boolean optional = held != null;
    if (optional && !held.getAnnotationMirrors().isEmpty()) {
      List<Mark> all = new ArrayList<>(found.all());
      all.addAll(marks.read(held.getAnnotationMirrors()).each(MarkKind.CONSTRAINT));
      found = new Marks(all);
    }
    boolean nullable = optional || found.has(MarkKind.NULLABLE) && !type.getKind().isPrimitive();
    return new Component(
        record,
        name,
        new Site(field, found),
        optional ? held : type,
        optional,
        nullable,
        documentation.component(name));
  }

  private static @Nullable TypeMirror heldByOptional(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return null;
    }
    DeclaredType declared = (DeclaredType) type;
    return declared.getTypeArguments().size() == 1
            && declared.asElement().getSimpleName().contentEquals("Optional")
            && declared.asElement().toString().equals("java.util.Optional")
        ? declared.getTypeArguments().get(0)
        : null;
  }
}
