package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import dev.varve.processor.Problem;
import dev.varve.processor.read.Annotated;
import dev.varve.processor.read.EntityReader;
import dev.varve.processor.read.Model;
import dev.varve.processor.read.Reading;
import dev.varve.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads entities and writes their seed builders, and nothing else. */
final class SeedProcessor extends AbstractProcessor {
  private final Schema kept;
  private final List<ClassName> others;
  Model model;

  SeedProcessor() {
    this(Schema.EMPTY, List.of());
  }

  /** Of a compilation that sees some records only. */
  SeedProcessor(Schema kept, List<ClassName> others) {
    this.kept = kept;
    this.others = others;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.varve.*", "org.jspecify.annotations.*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    List<Element> elements = new ArrayList<>();
    for (TypeElement annotation : annotations) {
      if (annotation.getEnclosingElement().toString().equals("dev.varve")) {
        elements.addAll(round.getElementsAnnotatedWith(annotation));
      }
    }
    if (!elements.isEmpty()) {
      write(Annotated.of(elements));
    }
    return true;
  }

  private void write(Annotated annotated) {
    Reading reading = new EntityReader(processingEnv).read(annotated, kept, false);
    for (Problem problem : reading.problems()) {
      System.err.println(problem);
    }
    model = reading.model().orElseThrow();
    try {
      SeedWriter writer = new SeedWriter(processingEnv.getFiler(), processingEnv.getElementUtils());
      writer.create(model, new SeedWriter.Others(others, others), annotated.entities());
      writer.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
