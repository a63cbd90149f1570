package dev.varve.processor;

import dev.varve.project.NoticeKind;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project of a user in a real directory, and real javac to compile it. */
final class JavaProject {
  private final Path root;
  private final Map<String, String> sources = new TreeMap<>();
  private final List<Processor> others = new ArrayList<>();
  private String classPath = System.getProperty("java.class.path");

  /** An empty project with a build file. */
  JavaProject(Path root) throws IOException {
    this.root = root;
    Files.writeString(root.resolve("pom.xml"), "<project/>\n");
  }

  Path db() {
    return root.resolve("db");
  }

  Path classes() {
    return root.resolve("target/classes");
  }

  Path source(String type) {
    return root.resolve("src/main/java").resolve(type.replace('.', '/') + ".java");
  }

  /** Adds a source file, or replaces it; its package and imports are added. */
  JavaProject with(String type, String declaration) throws IOException {
    String name = type.substring(0, type.lastIndexOf('.'));
    String imports = "import dev.varve.*;\nimport org.jspecify.annotations.*;\n";
    sources.put(type, "package " + name + ";\n" + imports + declaration + "\n");
    Files.createDirectories(source(type).getParent());
    Files.writeString(source(type), sources.get(type));
    return this;
  }

  /** Deletes a source file and what was compiled from it. */
  JavaProject without(String type) throws IOException {
    sources.remove(type);
    Files.delete(source(type));
    Files.deleteIfExists(classes().resolve(type.replace('.', '/') + ".class"));
    return this;
  }

  /** Lets another processor run too. */
  JavaProject with(Processor other) {
    others.add(other);
    return this;
  }

  /** Takes what generated builders extend from the class path. */
  JavaProject withoutSeedEngine() {
    List<String> entries = new ArrayList<>(List.of(classPath.split(File.pathSeparator)));
    if (!entries.removeIf(one -> one.contains("seed/target") || one.contains("varve-seed"))) {
      throw new AssertionError("there is none in " + entries);
    }
    classPath = String.join(File.pathSeparator, entries);
    return this;
  }

  /** Compiles all sources. */
  Result compile(String... options) throws IOException {
    return compile(sources.keySet(), List.of("-Xlint:all"), "", options);
  }

  /**
   * Compiles some sources; the classes of the others are on the class path, as in an IDE. What was
   * generated before is there too, of which javac would warn.
   */
  Result compile(List<String> types, String... options) throws IOException {
    String before = File.pathSeparator + classes();
    return compile(types, List.of("-Xlint:all,-processing"), before, options);
  }

  private Result compile(
      Collection<String> types, List<String> lint, String before, String... options)
      throws IOException {
    Files.createDirectories(classes());
    List<String> arguments = new ArrayList<>(lint);
    arguments.addAll(List.of("-Werror", "-d", classes().toString()));
    arguments.addAll(List.of("-cp", classPath + before));
    arguments.addAll(List.of(options));
    List<Path> files = new ArrayList<>();
    for (String type : types) {
      files.add(source(type));
    }
    return run(arguments, files);
  }

  private Result run(List<String> arguments, List<Path> files) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StringWriter rest = new StringWriter();
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              rest, manager, found, arguments, null, manager.getJavaFileObjectsFromPaths(files));
      List<Processor> processors = new ArrayList<>(others);
      processors.add(new VarveProcessor());
      task.setProcessors(processors);
      boolean success = task.call();
      List<String> texts = new ArrayList<>();
      for (Diagnostic<?> diagnostic : found.getDiagnostics()) {
        texts.add(diagnostic.getKind() + ": " + diagnostic.getMessage(Locale.ROOT));
      }
      return new Result(success, texts, rest.toString());
    }
  }

  /**
   * What javac said.
   *
   * @param diagnostics kind and text of each
   * @param rest what it said beside diagnostics
   */
  record Result(boolean success, List<String> diagnostics, String rest) {
    /** Fails unless there was nothing to say. */
    void assertClean() {
      if (!success || !diagnostics.isEmpty()) {
        throw new AssertionError("not clean: " + this);
      }
    }

    /** Fails unless the compilation failed with this message, of which {@code part} is a part. */
    void assertError(NoticeKind message, String part) {
      for (String diagnostic : diagnostics) {
        if (diagnostic.startsWith("ERROR: [" + message.code() + "] ")
            && diagnostic.contains(part)
            && !success) {
          return;
        }
      }
      throw new AssertionError("no " + message.code() + " with \"" + part + "\": " + this);
    }
  }
}
