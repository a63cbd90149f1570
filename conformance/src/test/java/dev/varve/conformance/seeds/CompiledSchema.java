package dev.varve.conformance.seeds;

import dev.varve.processor.VarveProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A schema whose records were compiled.
 *
 * @param sketch the schema
 * @param loader loads its classes
 * @param db where its {@code schema.sql} files are
 */
record CompiledSchema(SchemaSketch sketch, URLClassLoader loader, Path db)
    implements AutoCloseable {
  /** Records that the compiler refused. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String messages) {
      super(messages);
    }
  }

  /** Compiles as users do, into a new folder. */
  static CompiledSchema of(SchemaSketch sketch, Path folder) throws IOException, Refused {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<Path> sources = new ArrayList<>();
    for (Map.Entry<String, String> source : sketch.sources().entrySet()) {
      Path file = folder.resolve("src/" + source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      sources.add(Files.writeString(file, source.getValue()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-cp",
            System.getProperty("java.class.path").replace(":", File.pathSeparator),
            "-d",
            classes.toString(),
            "-Avarve.dir=" + folder.resolve("db"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new VarveProcessor()));
      if (!task.call()) {
        throw new Refused(messages.toString());
      }
    }
    URL[] path = {classes.toUri().toURL()};
    return new CompiledSchema(
        sketch,
        new URLClassLoader(path, CompiledSchema.class.getClassLoader()),
        folder.resolve("db"));
  }

  String script(String dialect) throws IOException {
    return Files.readString(db.resolve(dialect).resolve("schema.sql"));
  }

  Class<?> seed() throws ClassNotFoundException {
    return Class.forName("app.ShopSeed", true, loader);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
