package dev.varve.processor;

import com.palantir.javapoet.ClassName;
import dev.varve.processor.read.Model;
import dev.varve.processor.write.DatabaseDirectory;
import dev.varve.processor.write.DatabaseWriter;
import dev.varve.processor.write.FileProblem;
import dev.varve.processor.write.Written;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The files of a database as one compilation finds and leaves them. */
final class DatabaseFiles {
  private static final String ENTITY = "dev.varve.Entity";

  private final Elements elements;
  private final ClassOutput classOutput;
  private final Options options;
  private final Reporter reporter;

  DatabaseFiles(ProcessingEnvironment environment, Options options, Reporter reporter) {
    this.elements = environment.getElementUtils();
    this.classOutput = new ClassOutput(environment.getFiler());
    this.options = options;
    this.reporter = reporter;
  }

  /**
   * The tables of entities that aren't in this compilation and still exist.
   *
   * @param entities those that are in it
   */
  Schema kept(List<TypeElement> entities) throws FileProblem {
    Path directory = directory();
    Schema stored = DatabaseWriter.model(directory).orElse(Schema.EMPTY);
    PartialCompilation partial = partial(entities);
    Schema kept = partial.kept(stored);
    if (!kept.tables().isEmpty() && !partial.continues(stored, classOutput::holds)) {
      throw new FileProblem(
          Message.ENTITIES_OF_ANOTHER_OUTPUT,
          directory.toString(),
          PartialCompilation.owner(kept.tables().get(0)));
    }
    return kept;
  }

  /** The entities that own tables. */
  List<ClassName> owners(Schema kept) {
    Set<ClassName> owners = new LinkedHashSet<>();
    for (Table table : kept.tables()) {
      TypeElement owner = find(PartialCompilation.owner(table));
      if (owner != null) {
        owners.add(ClassName.get(owner));
      }
    }
    return List.copyOf(owners);
  }

  /** Brings the files up to date, and the class output with them. */
  void write(Model model, List<TypeElement> entities) throws FileProblem {
    PartialCompilation partial = partial(entities);
    DatabaseWriter writer =
        new DatabaseWriter(
            directory(),
            options,
            model.dialects(),
            stored ->
                PartialCompilation.merged(
                    partial.kept(stored.orElse(Schema.EMPTY)), model.schema()));
    Written written = writer.write(model.databaseName());
    written.notices().forEach(reporter::print);
    try {
      classOutput.write(written.resources(), entities.toArray(new Element[0]));
    } catch (IOException e) {
      reporter.print(Notice.of(Message.CLASS_OUTPUT_UNWRITABLE, e.toString()));
    }
  }

  private Path directory() throws FileProblem {
    return DatabaseDirectory.find(options, classOutput.directory());
  }

  private PartialCompilation partial(List<TypeElement> entities) {
    Set<String> compiled = new HashSet<>();
    for (TypeElement entity : entities) {
      compiled.add(elements.getBinaryName(entity).toString());
    }
    return new PartialCompilation(compiled, this::isEntity);
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
      Element annotation = mirror.getAnnotationType().asElement();
      if (((TypeElement) annotation).getQualifiedName().contentEquals(ENTITY)) {
        return true;
      }
    }
    return false;
  }
}
