package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/** The interfaces with methods for each entity of a database. */
enum Aggregate {
  /** Inserts rows: {@code ShopSeed}. */
  SEED("Seed", "Fills the tables with valid rows. Everything that isn't said is invented.") {
    @Override
    void methods(AggregateSource.Entry entry, SeedNames names, boolean overloads, SourceText out) {
      ClassName entity = entry.entity();
      String one = names.method(entity);
      TypeName operator = ParameterizedTypeName.get(OPERATOR, names.builder(entity));
      TypeName plan = ParameterizedTypeName.get(SeedWriter.ROW_PLAN, names.builder(entity));
      String needs = Parameter.list(entry.needs(), out);
      String comma = needs.isEmpty() ? "" : ", ";
      out.add("  ").add(entity).add(" ").add(one).add("(").add(needs).add(");\n\n");
      out.add("  ").add(entity).add(" ").add(one).add("(").add(needs).add(comma);
      out.add(operator).add(" row);\n\n");
      String many = names.plural(entity);
      TypeName list = ParameterizedTypeName.get(LIST, entity);
      if (needs.isEmpty()) {
        out.add("  ").add(list).add(" ").add(many).add("(int count);\n\n");
      }
      out.add("  ").add(list).add(" ").add(many).add("(int count, ").add(operator);
      out.add(" row);\n\n");
      out.add("  ").add(list).add(" ").add(many).add("(int count, ").add(plan).add(" row);\n\n");
      if (overloads) {
        out.add("  ").add(entity).add(" add(").add(entity).add(" record);\n\n");
      }
    }
  },

  /** Says how many rows there shall be: {@code ShopPlan}. */
  PLAN("Plan", "How many rows of which tables there shall be, and what they hold.") {
    @Override
    void methods(AggregateSource.Entry entry, SeedNames names, boolean overloads, SourceText out) {
      ClassName entity = entry.entity();
      String many = names.plural(entity);
      TypeName reference = ParameterizedTypeName.get(SeedWriter.REF, entity);
      TypeName plan = ParameterizedTypeName.get(SeedWriter.ROW_PLAN, names.builder(entity));
      if (entry.needs().isEmpty()) {
        out.add("  ").add(reference).add(" ").add(many).add("(int count);\n\n");
      }
      out.add("  ").add(reference).add(" ").add(many).add("(int count, ").add(plan);
      out.add(" row);\n\n");
    }
  },

  /** Gives the rows that were made: {@code ShopRows}. */
  ROWS(
      "Rows",
      "The rows that a plan has made, as the database holds them when they are asked for.") {
    @Override
    void methods(AggregateSource.Entry entry, SeedNames names, boolean overloads, SourceText out) {
      TypeName list = ParameterizedTypeName.get(LIST, entry.entity());
      out.add("  ").add(list).add(" ").add(names.plural(entry.entity())).add("();\n\n");
    }
  };

  /**
   * The most entities for which {@code add} is a method each. javac compares all methods of one
   * name with each other: 1,000 would cost it most of a second, 4,000 ten.
   */
  static final int MOST_OVERLOADS = 256;

  private static final ClassName OPERATOR = ClassName.get("java.util.function", "UnaryOperator");
  private static final ClassName LIST = ClassName.get("java.util", "List");

  private final String suffix;
  private final String meaning;

  Aggregate(String suffix, String meaning) {
    this.suffix = suffix;
    this.meaning = meaning;
  }

  /** What stands after the database's name. */
  String suffix() {
    return suffix;
  }

  /** The interface's comment. */
  String meaning() {
    return meaning;
  }

  /**
   * Writes the methods of an entity.
   *
   * @param overloads whether {@code add} is a method for each entity
   */
  abstract void methods(
      AggregateSource.Entry entry, SeedNames names, boolean overloads, SourceText out);
}
