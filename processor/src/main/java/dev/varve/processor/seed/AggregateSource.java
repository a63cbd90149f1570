package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The source of an interface with methods for each entity, or of one of the interfaces it inherits
 * from: a class file holds 65,535 constants, which is about 5,000 entities.
 */
final class AggregateSource {
  /** The most entities of one interface. */
  private static final int PART = 2_500;

  private static final ClassName DATA_SOURCE = ClassName.get("javax.sql", "DataSource");
  private static final ClassName METHOD_HANDLES =
      ClassName.get("java.lang.invoke", "MethodHandles");
  private static final ClassName CONNECTION = ClassName.get("java.sql", "Connection");

  /**
   * An entity of the database.
   *
   * @param entity its record
   * @param isPublic whether it can be named from any package
   * @param needs the values of its rows that can't be invented
   */
  record Entry(ClassName entity, boolean isPublic, List<Parameter> needs) {
    Entry {
      needs = List.copyOf(needs);
    }
  }

  private final Aggregate kind;
  private final ClassName name;
  private final List<ClassName> parents;
  private final boolean last;
  private final boolean overloads;
  private final List<Entry> entries;
  private final SeedNames names;
  private final SourceText out;

  private AggregateSource(
      Aggregate kind,
      ClassName name,
      List<ClassName> parents,
      boolean last,
      boolean overloads,
      List<Entry> entries,
      SeedNames names) {
    this.kind = kind;
    this.name = name;
    this.parents = parents;
    this.last = last;
    this.overloads = overloads;
    this.entries = entries;
    this.names = names;
    this.out = new SourceText(name.packageName());
  }

  /** The interfaces that make up the database's builder, its plan and its rows. */
  static List<AggregateSource> of(List<Entry> all, SeedNames names) {
    List<Entry> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Entry::entity));
    List<AggregateSource> sources = new ArrayList<>();
    for (Aggregate kind : Aggregate.values()) {
      sources.addAll(of(kind, sorted, names));
    }
    return sources;
  }

  private static List<AggregateSource> of(Aggregate kind, List<Entry> sorted, SeedNames names) {
    ClassName database = names.aggregate(kind);
    boolean overloads = sorted.size() <= Aggregate.MOST_OVERLOADS;
    List<AggregateSource> sources = new ArrayList<>();
    List<ClassName> parents = new ArrayList<>();
    for (List<Entry> part : parts(sorted)) {
      ClassName name = database.peerClass(database.simpleName() + "Part" + (sources.size() + 1));
      sources.add(new AggregateSource(kind, name, List.of(), false, overloads, part, names));
      parents.add(name);
    }
    List<Entry> rest = rest(sorted);
    sources.add(new AggregateSource(kind, database, parents, true, overloads, rest, names));
    return sources;
  }

  /**
   * What goes to interfaces of the package alone. Entities that aren't public come first: the
   * engine's proxy is defined in the package, and so may return them, only if it implements an
   * interface that isn't public.
   */
  private static List<List<Entry>> parts(List<Entry> entries) {
    List<List<Entry>> parts = new ArrayList<>();
    List<Entry> hidden = entries.stream().filter(entry -> !entry.isPublic()).toList();
    for (int start = 0; start < hidden.size(); start += PART) {
      parts.add(hidden.subList(start, Math.min(hidden.size(), start + PART)));
    }
    List<Entry> shown = entries.stream().filter(Entry::isPublic).toList();
    for (int start = 0; shown.size() - start > PART; start += PART) {
      parts.add(shown.subList(start, start + PART));
    }
    return parts;
  }

  private static List<Entry> rest(List<Entry> entries) {
    List<Entry> shown = entries.stream().filter(Entry::isPublic).toList();
    int parts = shown.isEmpty() ? 0 : (shown.size() - 1) / PART;
    return shown.subList(parts * PART, shown.size());
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
    out.add("/** ").add(kind.meaning()).add(" */\n");
    SeedWriter.suppressWarnings(out);
    out.add(last ? "public " : "").add("interface ").add(name);
    above();
    out.add(" {\n");
    if (last && kind == Aggregate.SEED) {
      source(DATA_SOURCE, "a connection for each call");
      source(CONNECTION, "all calls on one connection");
      out.add("  /** A seed builder that writes all that its calls insert to a script. */\n");
      of(SeedWriter.SEED_FILE);
    }
    for (Entry entry : entries) {
      kind.methods(entry, names, overloads, out);
    }
    if (last && kind == Aggregate.SEED && !overloads) {
      out.add("\n  <R extends ").add(ClassName.get(Record.class)).add("> R add(R record);\n");
    }
    return out.add("}\n").text();
  }

  private void above() {
    String comma = " extends ";
    if (last && kind == Aggregate.SEED) {
      out.add(comma);
      out.add(
          ParameterizedTypeName.get(
              SeedWriter.DATABASE_SEED,
              name,
              names.aggregate(Aggregate.PLAN),
              names.aggregate(Aggregate.ROWS)));
      comma = ", ";
    }
    for (ClassName parent : parents) {
      out.add(comma).add(parent);
      comma = ", ";
    }
  }

  private void source(ClassName type, String meaning) {
    out.add("  /** A seed builder that takes ").add(meaning).add(". */\n");
    of(type);
  }

  private void of(ClassName type) {
    out.add("  static ").add(name).add(" of(").add(type).add(" source) {\n");
    out.add("    return ").add(SeedWriter.SEEDS).add(".open(").add(name);
    out.add(".class, source, ").add(METHOD_HANDLES).add(".lookup());\n  }\n\n");
  }
}
