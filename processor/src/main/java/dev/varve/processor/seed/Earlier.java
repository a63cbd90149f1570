package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * What an earlier compilation has written of entities that aren't in this one: a compiler that sees
 * some records only, as in an IDE, must not lose what their builders have of the others.
 */
final class Earlier {
  private final Elements elements;
  private final SeedNames names;
  private final List<ClassName> referring;
  private final Set<String> invented = new HashSet<>();
  private final boolean exists;

  /**
   * Looks for the database's builder.
   *
   * @param referring entities that aren't in this compilation and refer to some that are
   */
  Earlier(Elements elements, SeedNames names, List<ClassName> referring) {
    this.elements = elements;
    this.names = names;
    this.referring = referring;
    TypeElement seed = elements.getTypeElement(names.aggregate(Aggregate.SEED).canonicalName());
    exists = seed != null;
    if (seed != null) {
      addInvented(seed);
      for (TypeMirror above : seed.getInterfaces()) {
        addInvented((TypeElement) ((DeclaredType) above).asElement());
      }
    }
  }

  /** The methods that ask for nothing. */
  private void addInvented(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method && method.getParameters().isEmpty()) {
        invented.add(method.getSimpleName().toString());
      }
    }
  }

  /** The values of an entity's rows that can't be invented. */
  List<Parameter> needs(ClassName entity) {
    if (!exists || invented.contains(names.method(entity))) {
      return List.of();
    }
    TypeElement builder = elements.getTypeElement(names.builder(entity).canonicalName());
    List<Parameter> needs = new ArrayList<>();
    for (String setter : builder == null ? List.<String>of() : strings(builder, "needs")) {
      type(builder, setter).ifPresent(type -> needs.add(new Parameter(setter, type)));
    }
    return needs;
  }

  private static Optional<TypeName> type(TypeElement builder, String setter) {
    for (Element member : builder.getEnclosedElements()) {
      if (member instanceof ExecutableElement method
          && method.getSimpleName().contentEquals(setter)
          && method.getParameters().size() == 1) {
        return Optional.of(TypeName.get(method.getParameters().get(0).asType()));
      }
    }
    return Optional.empty();
  }

  /** The relations that lead from entities outside this compilation to {@code parent}. */
  List<Child> children(ClassName parent) {
    List<Child> children = new ArrayList<>();
    String target = names.builder(parent).reflectionName();
    for (ClassName entity : referring) {
      TypeElement builder = elements.getTypeElement(names.builder(entity).canonicalName());
      if (builder != null) {
        children(entity, builder, target, children);
      }
    }
    return children;
  }

  private void children(ClassName entity, TypeElement builder, String target, List<Child> to) {
    List<String> targets = strings(builder, "targets");
    List<String[]> relations = new ArrayList<>();
    List<List<String>> keys = new ArrayList<>();
    int index = 0;
    for (String line : String.join("", strings(builder, "value")).split("\n")) {
      String[] parts = line.split(" ");
      if (parts[0].equals("key")) {
        keys.add(List.of(parts[1].split(",")));
      } else if (parts[0].equals("unique") && parts.length == 3) { // one word more: of some rows
        keys.add(List.of(parts[2].split(",")));
      } else if (parts[0].equals("rel")) {
        if (index < targets.size() && targets.get(index).equals(target)) {
          relations.add(parts);
        }
        index++;
      }
    }
    List<Parameter> needs = needs(entity);
    for (String[] words : relations) {
      String name = Descriptor.text(words[1]);
      List<String> columns = List.of(words[4].split(","));
      boolean single = keys.stream().anyMatch(columns::containsAll);
      boolean only = relations.size() == 1;
      to.add(new Child(entity, name, Descriptor.text(words[3]), single, only, needs));
    }
  }

  /** The texts of a member of {@code @SeedTable}. */
  private static List<String> strings(TypeElement builder, String member) {
    List<String> strings = new ArrayList<>();
    for (AnnotationMirror mirror : builder.getAnnotationMirrors()) {
      Element type = mirror.getAnnotationType().asElement();
      if (((TypeElement) type).getQualifiedName().contentEquals(SeedWriter.SEED_TABLE.toString())) {
        mirror
            .getElementValues()
            .forEach(
                (name, value) -> {
                  if (name.getSimpleName().contentEquals(member)) {
                    add(value, strings);
                  }
                });
      }
    }
    return strings;
  }

  private static void add(AnnotationValue value, List<String> strings) {
    if (value.getValue() instanceof List<?> list) {
      for (Object one : list) {
        strings.add(String.valueOf(((AnnotationValue) one).getValue()));
      }
    }
  }
}
