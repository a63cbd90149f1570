package dev.varve.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Somebody else's processor, which generates a type in the first round, or complains at the end.
 */
final class Generator extends AbstractProcessor {
  private final String type;
  private final String source;
  private final String complaint;
  private boolean done;

  private Generator(String type, String source, String complaint) {
    this.type = type;
    this.source = source;
    this.complaint = complaint;
  }

  /** A processor that generates {@code type}. */
  static Generator of(String type, String source) {
    return new Generator(type, source, "");
  }

  /** A processor that reports an error in the last round but one. */
  static Generator complaining(String complaint) {
    return new Generator("", "", complaint);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!done && !complaint.isEmpty()) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, complaint);
    } else if (!done) {
      try (Writer file = processingEnv.getFiler().createSourceFile(type).openWriter()) {
        file.write(source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    done = true;
    return false;
  }
}
