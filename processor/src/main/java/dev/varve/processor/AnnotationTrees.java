package dev.varve.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Finds where annotations and their values stand. */
final class AnnotationTrees {
  private AnnotationTrees() {}

  /** The tree of the annotation, or of its value, at {@code place}; null if it isn't found. */
  static @Nullable Tree find(Tree declaration, Place place) {
    if (place.annotation().isEmpty()) {
      return null;
    }
    AnnotationMirror mirror = place.annotation().get();
    AnnotationTree annotation =
        find(annotations(declaration), mirror, indexAmongEqual(place.element(), mirror));
    if (annotation == null || place.value().isEmpty()) {
      return annotation;
    }
    Tree value = value(annotation, mirror, place.value().get());
    return value == null ? annotation : value;
  }

  private static List<? extends AnnotationTree> annotations(Tree declaration) {
    if (declaration instanceof ClassTree type) {
      return type.getModifiers().getAnnotations();
    }
    if (declaration instanceof VariableTree variable) {
      List<AnnotationTree> all = new ArrayList<>(variable.getModifiers().getAnnotations());
      new InTypes().scan(variable.getType(), all);
      return all;
    }
    return declaration instanceof PackageTree in ? in.getAnnotations() : List.of();
  }

  /** How many annotations of the same type stand before this one; the container holds them. */
  private static int indexAmongEqual(Element element, AnnotationMirror wanted) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      for (AnnotationValue value : mirror.getElementValues().values()) {
        if (value.getValue() instanceof List<?> elements) {
          for (int i = 0; i < elements.size(); i++) {
            if (((AnnotationValue) elements.get(i)).getValue() == wanted) {
              return i;
            }
          }
        }
      }
    }
    return 0;
  }

  private static @Nullable AnnotationTree find(
      List<? extends AnnotationTree> annotations, AnnotationMirror mirror, int index) {
    String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
    int seen = 0;
    for (AnnotationTree annotation : annotations) {
      String written = annotation.getAnnotationType().toString();
      if (written.substring(written.lastIndexOf('.') + 1).equals(name) && seen++ == index) {
        return annotation;
      }
    }
    return null;
  }

  private static @Nullable Tree value(
      AnnotationTree annotation, AnnotationMirror mirror, AnnotationValue wanted) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      String name = entry.getKey().getSimpleName().toString();
      if (entry.getValue() == wanted) {
        return argument(annotation, name);
      }
      if (entry.getValue().getValue() instanceof List<?> elements && elements.contains(wanted)) {
        return element(argument(annotation, name), elements.indexOf(wanted));
      }
    }
    return null;
  }

  private static @Nullable Tree argument(AnnotationTree annotation, String name) {
    for (ExpressionTree argument : annotation.getArguments()) {
      if (argument instanceof AssignmentTree assignment) {
        if (assignment.getVariable().toString().equals(name)) {
          return assignment.getExpression();
        }
      } else if (name.equals("value")) {
        return argument;
      }
    }
    return null;
  }

  /** One element of an array; a single one may stand without braces. */
  private static @Nullable Tree element(@Nullable Tree argument, int index) {
    return argument instanceof NewArrayTree array && index < array.getInitializers().size()
        ? array.getInitializers().get(index)
        : argument;
  }

  /** Collects annotations that stand inside of types: {@code Optional<@Min(1) Integer>}. */
  private static final class InTypes extends TreeScanner<Void, List<AnnotationTree>> {
    @Override
    public Void visitAnnotation(AnnotationTree annotation, List<AnnotationTree> found) {
      found.add(annotation);
      return super.visitAnnotation(annotation, found);
    }
  }
}
