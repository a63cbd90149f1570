package dev.varve.processor.seed;

import dev.varve.processor.read.Model;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A user's sources, compiled with their seed builders; every warning is an error.
 *
 * @param model what the entities say
 * @param loader loads the classes
 */
record CompiledSeeds(Model model, ClassLoader loader) {
  /** Compiles all Java files below {@code directory} of the test's resources. */
  static CompiledSeeds of(String directory, Path output) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/seed", directory))) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
    return compile(sources, output);
  }

  /** Compiles files. */
  static CompiledSeeds compile(List<Path> sources, Path output) throws IOException {
    return compile(new SeedProcessor(), sources, output, output);
  }

  /** Compiles files that need the classes in {@code classes}. */
  static CompiledSeeds compile(
      SeedProcessor processor, List<Path> sources, Path classes, Path output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    Files.createDirectories(output.resolve("sources"));
    List<String> options =
        List.of(
            // processing: any generated class that an earlier compilation left is warned of.
            "-Xlint:all,-classfile,-processing",
            "-Werror",
            "--release",
            "17",
            "-implicit:none",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + classes,
            "-d",
            output.toString(),
            "-s",
            output.resolve("sources").toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(processor));
      if (!task.call()) {
        throw new AssertionError(messages);
      }
    }
    URL[] path = {output.toUri().toURL()};
    return new CompiledSeeds(
        processor.model, new URLClassLoader(path, CompiledSeeds.class.getClassLoader()));
  }
}
