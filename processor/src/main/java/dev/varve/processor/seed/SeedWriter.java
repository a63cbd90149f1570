package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import dev.varve.processor.binding.EntityBinding;
import dev.varve.processor.read.Model;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * Writes the Java sources of the seed builder into the database's package: {@code ShopSeed}, and
 * {@code CustomerSeed} for each entity of this compilation.
 *
 * <p>Files are created in one round and may be written in a later one: javac complains of files
 * that are created in the last round, but compiles what is written there.
 */
public final class SeedWriter {
  private static final String ENGINE = "dev.varve.seed";
  static final ClassName SEEDS = ClassName.get(ENGINE, "Seeds");
  static final ClassName SEED_TABLE = ClassName.get(ENGINE, "SeedTable");
  static final ClassName DATABASE_SEED = ClassName.get(ENGINE, "DatabaseSeed");
  static final ClassName ROW_BUILDER = ClassName.get(ENGINE, "RowBuilder");
  static final ClassName ROW_PLAN = ClassName.get(ENGINE, "RowPlan");
  static final ClassName SEED_FILE = ClassName.get(ENGINE, "SeedFile");
  static final ClassName REF = ClassName.get(ENGINE, "Ref");

  private final Filer filer;
  private final Elements elements;
  private List<Pending> pending = List.of();
  private CompletableFuture<List<String>> texts = CompletableFuture.completedFuture(List.of());

  /**
   * The entities of the database that aren't in this compilation: their builders exist already.
   *
   * @param all all of them
   * @param referring those that refer to entities of this compilation
   */
  public record Others(List<ClassName> all, List<ClassName> referring) {
    /** None. */
    public static final Others NONE = new Others(List.of(), List.of());

    /** Copies the lists. */
    public Others {
      all = List.copyOf(all);
      referring = List.copyOf(referring);
    }
  }

  private record Pending(ClassName type, JavaFileObject file, Supplier<String> text) {}

  /**
   * A writer for one compilation.
   *
   * @param filer where sources go
   * @param elements how entities outside this compilation are found
   */
  public SeedWriter(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** Whether the classes that builders extend are there: a program may go without seeds. */
  public boolean engineExists() {
    return elements.getTypeElement(SEEDS.canonicalName()) != null;
  }

  /**
   * Creates the files and starts to print their texts in another thread, which needs nothing of
   * javac. What it says of an entity depends on that entity and on the names of all.
   *
   * @param model the entities of this compilation
   * @param others the entities of the same database that aren't in this compilation
   * @param originating the records of {@code model}, in any order
   * @throws IOException if a file can't be created
   */
  public void create(Model model, Others others, List<? extends Element> originating)
      throws IOException {
    ClassName database = ClassName.get(model.packageName(), model.databaseName() + "Seed");
    List<ClassName> all = new ArrayList<>(others.all());
    for (EntityBinding entity : model.entities()) {
      all.add(entity.record());
    }
    SeedNames names = SeedNames.of(database, all);
    Earlier earlier = new Earlier(elements, names, others.referring());
    List<AggregateSource.Entry> entries = new ArrayList<>();
    for (EntityBinding entity : model.entities()) {
      List<Parameter> needs = Parameter.of(entity, model.dialects());
      entries.add(new AggregateSource.Entry(entity.record(), entity.isPublic(), needs));
    }
    for (ClassName other : others.all()) {
      entries.add(new AggregateSource.Entry(other, isPublic(other), earlier.needs(other)));
    }
    Children children = Children.of(model, earlier);
    Map<String, Element> origins = new HashMap<>();
    for (Element element : originating) {
      origins.put(element.toString(), element);
    }
    List<Pending> created = new ArrayList<>();
    for (EntityBinding entity : model.entities()) {
      Element origin = origins.get(entity.record().canonicalName());
      created.add(
          create(
              names.builder(entity.record()),
              () -> new BuilderSource(entity, names, model, children).text(),
              origin == null ? originating : List.of(origin)));
    }
    for (AggregateSource source : AggregateSource.of(entries, names)) {
      created.add(create(source.name(), source::text, originating));
    }
    pending = created;
    texts = CompletableFuture.supplyAsync(() -> texts(created));
  }

  private Pending create(ClassName type, Supplier<String> text, List<? extends Element> originating)
      throws IOException {
    Element[] origins = originating.toArray(new Element[0]);
    return new Pending(type, filer.createSourceFile(type.canonicalName(), origins), text);
  }

  private static List<String> texts(List<Pending> sources) {
    List<String> texts = new ArrayList<>(sources.size());
    for (Pending source : sources) {
      texts.add(source.text().get());
    }
    return texts;
  }

  /** The simple names of the types whose files are created and not yet written. */
  public Set<String> pending() {
    Set<String> names = new HashSet<>();
    for (Pending source : pending) {
      names.add(source.type().simpleName());
    }
    return names;
  }

  /**
   * Writes what is created and not yet written.
   *
   * @throws IOException if a source can't be written
   */
  public void write() throws IOException {
    List<Pending> sources = pending;
    pending = List.of();
    Iterator<String> text = texts.join().iterator();
    for (Pending source : sources) {
      try (Writer writer = source.file().openWriter()) {
        writer.write(text.next());
      }
    }
  }

  private boolean isPublic(ClassName entity) {
    Element element = elements.getTypeElement(entity.canonicalName());
    while (element instanceof TypeElement type) {
      if (!type.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
      element = type.getEnclosingElement();
    }
    return element != null;
  }

  /**
   * Generated code names what users may have deprecated, or keep to themselves: it is as public as
   * the entities are.
   */
  static void suppressWarnings(SourceText out) {
    out.add("@").add(ClassName.get(SuppressWarnings.class));
    out.add("({\"deprecation\", \"exports\", \"removal\"})\n");
  }
}
