package dev.varve.processor.read;

import dev.varve.processor.Reporter;
import dev.varve.processor.VarveProcessor;
import dev.varve.processor.read.Sources.Finding;
import dev.varve.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Runs javac with a processor that only reads and reports. */
final class TestCompiler {
  private static final Pattern CODE = Pattern.compile("\\[((?:VARVE-|[A-Z]{2})\\d{3})]");

  private TestCompiler() {}

  /** Compiles sources, by their names. */
  static Compiled compile(Map<String, String> sources, Path output) {
    return compile(sources, output, Schema.EMPTY, List.of());
  }

  /** Compiles sources beside classes that are there already, with the tables that these keep. */
  static Compiled compile(
      Map<String, String> sources, Path output, Schema kept, List<AbstractProcessor> others) {
    ReadingProcessor processor = new ReadingProcessor(kept);
    List<AbstractProcessor> all = new ArrayList<>(others);
    all.add(processor);
    List<Diagnostic<? extends JavaFileObject>> diagnostics = run(sources, output, all, List.of());
    return new Compiled(diagnostics, Optional.ofNullable(processor.reading));
  }

  /** Compiles sources as users do. */
  static Compiled compileAll(Map<String, String> sources, Path output, List<String> options) {
    return new Compiled(
        run(sources, output, List.of(new VarveProcessor()), options), Optional.empty());
  }

  private static List<Diagnostic<? extends JavaFileObject>> run(
      Map<String, String> sources,
      Path output,
      List<AbstractProcessor> processors,
      List<String> options) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      List<JavaFileObject> units = new ArrayList<>();
      sources.forEach((name, text) -> units.add(new Source(name, text)));
      String classPath = System.getProperty("java.class.path") + ':' + output;
      List<String> arguments = new ArrayList<>(List.of("-cp", classPath, "-Xlint:-options"));
      arguments.addAll(options);
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, diagnostics, arguments, null, units);
      task.setProcessors(processors);
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return diagnostics.getDiagnostics();
  }

  /**
   * What came of it.
   *
   * @param diagnostics what javac printed
   * @param reading the last one; empty: nothing was read
   */
  record Compiled(
      List<Diagnostic<? extends JavaFileObject>> diagnostics, Optional<Reading> reading) {
    Model model() {
      return reading
          .flatMap(Reading::model)
          .orElseThrow(() -> new AssertionError("no model: " + diagnostics));
    }

    /** Varve's problems, sorted. */
    Set<Finding> findings() {
      Set<Finding> findings = new TreeSet<>();
      for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
        Matcher code = CODE.matcher(diagnostic.getMessage(Locale.ROOT));
        if (code.find()) {
          JavaFileObject file = diagnostic.getSource();
          findings.add(
              new Finding(
                  file == null ? "" : ((Source) file).name,
                  (int) diagnostic.getLineNumber(),
                  (int) diagnostic.getColumnNumber(),
                  code.group(1)));
        }
      }
      return findings;
    }

    /** What Varve says, in the order in which it's printed. */
    List<String> messages() {
      List<String> messages = new ArrayList<>();
      for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
        String message = diagnostic.getMessage(Locale.ROOT);
        if (CODE.matcher(message).find()) {
          messages.add(message);
        }
      }
      return messages;
    }

    /** What javac itself complains about. */
    List<String> others() {
      List<String> others = new ArrayList<>();
      for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
        String message = diagnostic.getMessage(Locale.ROOT);
        boolean counts =
            diagnostic.getKind() == Diagnostic.Kind.ERROR
                || diagnostic.getKind() == Diagnostic.Kind.WARNING;
        if (counts && !CODE.matcher(message).find()) {
          others.add(diagnostic.toString());
        }
      }
      return others;
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String name;
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name), Kind.SOURCE);
      this.name = name;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class ReadingProcessor extends AbstractProcessor {
    private final Schema kept;
    private Annotated annotated = Annotated.NONE;
    private Reading reading;

    ReadingProcessor(Schema kept) {
      this.kept = kept;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      TypeElement[] ours =
          annotations.stream()
              .filter(type -> type.getQualifiedName().toString().startsWith("dev.varve."))
              .toArray(TypeElement[]::new);
      Annotated found =
          ours.length == 0 ? Annotated.NONE : Annotated.of(round.getElementsAnnotatedWithAny(ours));
      boolean waiting = reading != null && !reading.deferred().isEmpty();
      annotated = annotated.plus(found);
      if (waiting || !found.equals(Annotated.NONE)) {
        reading = new EntityReader(processingEnv).read(annotated, kept, round.processingOver());
        new Reporter(processingEnv).print(reading.problems());
      }
      return false;
    }
  }
}
