package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The source of the database's builder, or of one of the classes it inherits from: a class file
 * holds 65,535 constants, which is about 4,000 entities.
 */
final class AggregateSource {
  /** The most entities of one class. */
  private static final int PART = 1_000;

  /**
   * The most entities for which {@code add} is a method each. javac compares all methods of one
   * name with each other: 1,000 would cost it a second, 4,000 half a minute.
   */
  static final int MOST_OVERLOADS = 100;

  private static final ClassName OPERATOR = ClassName.get("java.util.function", "UnaryOperator");
  private static final ClassName DATA_SOURCE = ClassName.get("javax.sql", "DataSource");
  private static final ClassName CONNECTION = ClassName.get("java.sql", "Connection");

  /**
   * An entity of the database.
   *
   * @param entity its record
   * @param isPublic whether it can be named from any package
   */
  record Entry(ClassName entity, boolean isPublic) {}

  private final ClassName name;
  private final ClassName parent;
  private final boolean last;
  private final boolean overloads;
  private final List<Entry> entries;
  private final SeedNames names;
  private final SourceText out;

  private AggregateSource(
      ClassName name,
      ClassName parent,
      boolean last,
      boolean overloads,
      List<Entry> entries,
      SeedNames names) {
    this.name = name;
    this.parent = parent;
    this.last = last;
    this.overloads = overloads;
    this.entries = entries;
    this.names = names;
    this.out = new SourceText(name.packageName());
  }

  /** The classes that make up {@code database}. */
  static List<AggregateSource> of(ClassName database, List<Entry> all, SeedNames names) {
    List<Entry> entries = new ArrayList<>(all);
    entries.sort(Comparator.comparing(Entry::entity));
    List<AggregateSource> sources = new ArrayList<>();
    ClassName parent = SeedWriter.SEED;
    boolean overloads = entries.size() <= MOST_OVERLOADS;
    int start = 0;
    while (entries.size() - start > PART) {
      ClassName part = database.peerClass(database.simpleName() + "Part" + (sources.size() + 1));
      List<Entry> some = entries.subList(start, start + PART);
      sources.add(new AggregateSource(part, parent, false, overloads, some, names));
      parent = part;
      start += PART;
    }
    List<Entry> rest = entries.subList(start, entries.size());
    sources.add(new AggregateSource(database, parent, true, overloads, rest, names));
    return sources;
  }

  ClassName name() {
    return name;
  }

  /** The whole file. */
  String text() {
    out.name(name);
    for (Entry entry : entries) {
      if (entry.entity().packageName().equals(name.packageName())) {
        out.name(entry.entity());
      }
    }
    out.add("/** Fills the tables with valid rows. Everything that isn't said is invented. */\n");
    SeedWriter.suppressWarnings(out);
    out.add(last ? "public final class " : "abstract class ").add(name);
    out.add(" extends ").add(parent).add(" {\n");
    source(DATA_SOURCE, "a connection for each call");
    source(CONNECTION, "all calls on one connection");
    for (Entry entry : entries) {
      entry(entry);
    }
    if (!overloads) {
      seeds();
    }
    return out.add("}\n").text();
  }

  private void source(ClassName type, String meaning) {
    String modifier = last ? "private " : "";
    String simple = name.simpleName();
    out.add("  ").add(modifier).add(simple).add("(").add(type).add(" source) {\n");
    out.add("    super(source);\n  }\n\n");
    if (last) {
      out.add("  /** A seed builder that takes ").add(meaning).add(". */\n");
      out.add("  public static ").add(name).add(" of(").add(type).add(" source) {\n");
      out.add("    return new ").add(name).add("(source);\n  }\n\n");
    }
  }

  private void entry(Entry entry) {
    ClassName entity = entry.entity();
    ClassName builder = names.builder(entity);
    String method = names.method(entity);
    open(entry, method).add(") {\n    return (").add(entity).add(") insert(new ");
    out.add(builder).add("());\n  }\n\n");
    TypeName operator = ParameterizedTypeName.get(OPERATOR, builder);
    open(entry, method).add(operator).add(" row) {\n    return (").add(entity);
    out.add(") insert(row.apply(new ").add(builder).add("()));\n  }\n\n");
    if (overloads) {
      open(entry, "add").add(entity).add(" record) {\n    return (").add(entity);
      out.add(") upsert(new ").add(builder).add("(), record);\n  }\n\n");
    }
  }

  private SourceText open(Entry entry, String method) {
    out.add(entry.isPublic() ? "  public " : "  ").add(entry.entity());
    return out.add(" ").add(method).add("(");
  }

  private void seeds() {
    out.add("  protected ").add(SeedWriter.ROW_SEED).add(" seedOf(");
    out.add(ClassName.get(String.class)).add(" record) {\n    switch (record) {\n");
    for (Entry entry : entries) {
      out.add("      case \"").add(entry.entity().reflectionName()).add("\":\n");
      out.add("        return new ").add(names.builder(entry.entity())).add("();\n");
    }
    out.add("      default:\n        return super.seedOf(record);\n    }\n  }\n");
    if (last) {
      out.add("\n  public <R extends ")
          .add(ClassName.get(Record.class))
          .add("> R add(R record) {\n");
      out.add("    return upsert(record);\n  }\n");
    }
  }
}
