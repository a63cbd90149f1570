package dev.varve.processor;

import com.google.auto.service.AutoService;
import dev.varve.project.Notice;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor. javac finds it on its processor path; {@link Options} says what it can
 * be told.
 */
@AutoService(Processor.class)
public final class VarveProcessor extends AbstractProcessor {
  private @Nullable Compilation compilation;

  /** javac calls it. */
  public VarveProcessor() {}

  /** Varve's annotations, and those that say what may be null, which nobody else would claim. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.varve.*", "org.jspecify.annotations.*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    compilation = new Compilation(environment);
  }

  /** Claims the annotations: they mean nothing to other processors. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Compilation current = compilation;
    if (current == null) {
      throw new IllegalStateException("init was not called");
    }
    try {
      current.process(annotations, round);
    } catch (RuntimeException bug) {
      new Reporter(processingEnv).print(Notice.of(Message.BUG, trace(bug)));
    }
    return true;
  }

  private static String trace(Throwable bug) {
    StringWriter text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
