package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java sources that are compiled together: examples of the documents, and what they stand in. */
final class Examples {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private final Path directory;
  private final String imports;
  private final List<String> files = new ArrayList<>();

  Examples(Path directory, String imports) {
    this.directory = directory;
    this.imports = imports;
  }

  /** The examples in a document of the project, by its path. */
  static List<String> in(String document) throws IOException {
    return inText(Files.readString(Project.ROOT.resolve(document)));
  }

  /** The examples in a part of a document. */
  static List<String> inText(String text) {
    List<String> examples = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      examples.add(block.group(1));
    }
    return examples;
  }

  /** Writes a source of its own, below the imports. */
  void add(String source) throws IOException {
    Path file = directory.resolve("Source" + files.size() + ".java");
    files.add(Files.writeString(file, imports + source).toString());
  }

  /** Has a user's javac compile all of them, with Varve's processor. */
  void mustCompile() throws Exception {
    // Since JDK 23 javac runs those processors alone that are named.
    mustCompile(
        List.of(
            "-processor",
            "dev.varve.processor.VarveProcessor",
            "-Avarve.dir=" + directory.resolve("db")));
  }

  /** Has a user's javac compile all of them. */
  void mustCompile(List<String> options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-d", directory.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.addAll(options);
    arguments.addAll(files);
    Javac.Result result = Javac.current().compile(arguments);
    assertEquals(0, result.exitCode(), result.output());
  }
}
