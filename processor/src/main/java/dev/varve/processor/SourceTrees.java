package dev.varve.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * The syntax trees of javac, where the compiler is javac and lets processors see it.
 *
 * <p>{@code Messager} loses the place of an annotation that is repeated: javac looks for the
 * container, which stands nowhere.
 */
final class SourceTrees {
  private final @Nullable Trees trees;

  private SourceTrees(@Nullable Trees trees) {
    this.trees = trees;
  }

  static SourceTrees of(ProcessingEnvironment environment) {
    try {
      return new SourceTrees(Trees.instance(environment));
    } catch (IllegalArgumentException | NoClassDefFoundError notJavac) {
      // Another compiler, or a build tool's wrapper around javac's environment.
      return new SourceTrees(null);
    }
  }

  /** Whether there are any: else nothing is known of sources. */
  boolean exist() {
    return trees != null;
  }

  /** The source file that declares {@code element}; null if it comes from a class file. */
  @Nullable JavaFileObject file(Element element) {
    TreePath path = trees == null ? null : trees.getPath(element);
    return path == null ? null : path.getCompilationUnit().getSourceFile();
  }

  /** Sorts by file and position what has one; what has none comes first. */
  List<Problem> sorted(List<Problem> problems) {
    if (trees == null) {
      return problems;
    }
    List<Located> located = new ArrayList<>(problems.size());
    for (Problem problem : problems) {
      located.add(locate(trees, problem));
    }
    located.sort(Comparator.comparing(Located::file).thenComparing(Located::offset));
    List<Problem> sorted = new ArrayList<>(problems.size());
    for (Located one : located) {
      sorted.add(one.problem());
    }
    return sorted;
  }

  /** Prints a problem that has an annotation; false if it can't. */
  boolean print(Problem problem) {
    if (trees == null || problem.place().annotation().isEmpty()) {
      return false;
    }
    TreePath path = trees.getPath(problem.place().element());
    Tree tree = path == null ? null : AnnotationTrees.find(path.getLeaf(), problem.place());
    if (tree == null) {
      return false;
    }
    trees.printMessage(problem.kind(), problem.text(), tree, path.getCompilationUnit());
    return true;
  }

  private static Located locate(Trees trees, Problem problem) {
    Element element = problem.place().element();
    TreePath path = trees.getPath(element);
    if (path == null) {
      return new Located("", 0, problem);
    }
    Tree annotation = AnnotationTrees.find(path.getLeaf(), problem.place());
    CompilationUnitTree unit = path.getCompilationUnit();
    long start =
        trees
            .getSourcePositions()
            .getStartPosition(unit, annotation == null ? path.getLeaf() : annotation);
    return new Located(unit.getSourceFile().getName(), start, problem);
  }

  private record Located(String file, long offset, Problem problem) {}
}
