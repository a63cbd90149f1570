package dev.varve.conformance.seeds;

import dev.varve.conformance.seeds.ValueKind.Option;
import dev.varve.schema.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Gives an entity columns of its own, and constraints, indexes and checks over them. */
final class ColumnMaker {
  /** A column that may be constrained. */
  private record Free(String component, String column, boolean endless, boolean text) {}

  private final Random random;
  private final NameMaker names;
  private final List<ValueKind> kinds;
  private final List<String> enums;
  private final List<Free> free = new ArrayList<>();
  private final Set<String> indexed = new TreeSet<>();

  ColumnMaker(Random random, NameMaker names, List<ValueKind> kinds, List<String> enums) {
    this.random = random;
    this.names = names;
    this.kinds = kinds;
    this.enums = enums;
  }

  private boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  void columns(EntitySketch entity, Set<String> taken) {
    int count = 1 + random.nextInt(7);
    for (int i = 0; i < count; i++) {
      column(entity, taken);
    }
    if (percent(30)) {
      embedded(entity, taken);
    }
    if (percent(12)) {
      computed(entity, taken);
    }
    if (percent(12)) {
      opaque(entity, taken);
    }
    constraints(entity);
  }

  private void column(EntitySketch entity, Set<String> taken) {
    ValueKind kind = one(kinds);
    Option option = one(kind.options());
    String name = names.component(taken);
    String named = option.text().contains("@dev.varve.Column") ? "" : names.column(taken);
    String column = named.isEmpty() ? Names.snakeCase(name) : named;
    boolean said = option.text().contains("Default") || option.text().contains(".Not");
    boolean required = said || percent(60);
    String type = required ? kind.required() : kind.nullable();
    if (!required && !kind.isCollection() && percent(30)) {
      type = kind.optional();
    }
    boolean unique = option.endless() && percent(20);
    String text =
        (named.isEmpty() ? "" : "@dev.varve.Column(name = \"" + named + "\") ")
            + (unique ? "@dev.varve.Unique " : percent(8) ? "@dev.varve.Index " : "")
            + option.text()
            + type
            + ' '
            + name;
    if (text.contains("@dev.varve.Index") || unique) {
      indexed.add(column);
    }
    boolean simple =
        type.matches("long|int|short|boolean") || kind.required().equals("java.lang.String");
    boolean plain = simple && !type.contains("Optional");
    entity.components.add(
        new ComponentSketch(name, Piece.of(text), false, plain ? column : "", null));
    boolean isText = kind.required().equals("java.lang.String");
    free.add(new Free(name, column, option.endless(), isText));
  }

  private void embedded(EntitySketch entity, Set<String> taken) {
    String name = names.component(taken);
    String type = one(List.of("PostalAddress", "Money", "Contact", "Geo"));
    String nullable = percent(40) ? "app.types.@org.jspecify.annotations.Nullable " : "app.types.";
    String text = "@dev.varve.Embedded(prefix = \"" + name + "_\") " + nullable + type;
    entity.components.add(ComponentSketch.of(name, Piece.of(text + ' ' + name)));
  }

  private void computed(EntitySketch entity, Set<String> taken) {
    for (Free column : free) {
      if (column.text()) {
        String name = names.component(taken);
        String sql = '"' + column.column() + '"';
        boolean length = percent(50);
        String text =
            "@dev.varve.Computed(\""
                + (length ? "length(" : "lower(")
                + sql.replace("\"", "\\\"")
                + ")\") "
                + (length
                    ? "java.lang.@org.jspecify.annotations.Nullable Integer "
                    : "java.lang.@org.jspecify.annotations.Nullable String ");
        entity.components.add(
            ComponentSketch.of(name, Piece.over(text + name, column.component())));
        return;
      }
    }
  }

  /** A check that nobody understands, on a column that may be null or must be given. */
  private void opaque(EntitySketch entity, Set<String> taken) {
    String name = names.component(taken);
    if (percent(50)) {
      String text = "@dev.varve.Check(\"{} % 7 = 3\") ";
      entity.components.add(
          ComponentSketch.of(
              name,
              Piece.of(text + "java.lang.@org.jspecify.annotations.Nullable Integer " + name)));
    } else if (percent(50)) {
      String text = "@dev.varve.Check(\"{} % 7 = 3\") int ";
      entity.components.add(
          new ComponentSketch(name, Piece.of(text + name), false, Names.snakeCase(name), 10));
    } else {
      String text = "@dev.varve.Check(\"substr({}, 1, 4) = 'net*'\") java.lang.String ";
      entity.components.add(
          new ComponentSketch(
              name, Piece.of(text + name), false, Names.snakeCase(name), "net*0.19"));
    }
  }

  private void constraints(EntitySketch entity) {
    List<Free> endless = free.stream().filter(Free::endless).toList();
    if (endless.size() > 1 && percent(30)) {
      unique(entity, endless.get(0), free.get(free.size() - 1));
    }
    if (endless.size() > 2 && percent(30)) {
      unique(entity, endless.get(1), endless.get(0), endless.get(2));
    }
    if (!endless.isEmpty() && percent(15)) {
      relational(entity, endless.get(0));
    }
    if (endless.size() > 1 && percent(20)) {
      String where = quoted(endless.get(1)) + " IS NOT NULL";
      index(entity, endless.get(0), ", unique = true, where = \"" + where + '"', endless.get(1));
    }
    for (Free column : endless) {
      if (column.text() && percent(25)) {
        String text =
            "@dev.varve.Index(expression = \"lower("
                + quoted(column)
                + ")\", unique = "
                + percent(70)
                + ")";
        entity.annotations.add(Piece.over(text, column.component()));
        break;
      }
    }
    if (percent(20)) {
      between(entity);
    }
  }

  private static String quoted(Free column) {
    return "\\\"" + column.column() + "\\\"";
  }

  private void unique(EntitySketch entity, Free... columns) {
    List<String> components = new ArrayList<>();
    for (Free column : columns) {
      if (!components.contains(column.component())) {
        components.add(column.component());
      }
    }
    if (components.size() > 1 && indexed.add(String.join(",", components))) {
      String text = "@dev.varve.Unique(columns = {\"" + String.join("\", \"", components) + "\"})";
      entity.annotations.add(Piece.over(text, components.toArray(new String[0])));
    }
  }

  /** Unique within what the entity refers to. */
  private void relational(EntitySketch entity, Free column) {
    for (ComponentSketch component : entity.components) {
      String text = component.piece().text();
      if (text.contains("@dev.varve.Relation") && component.name().startsWith("ref")) {
        if (indexed.add(component.name() + ',' + column.component())) {
          entity.annotations.add(
              Piece.over(
                  "@dev.varve.Unique(columns = {\""
                      + component.name()
                      + "\", \""
                      + column.component()
                      + "\"})",
                  component.name(),
                  column.component()));
        }
        return;
      }
    }
  }

  private void index(EntitySketch entity, Free column, String more, Free other) {
    if (indexed.add(column.column() + "?")) {
      String text = "@dev.varve.Index(columns = \"" + column.component() + '"' + more + ')';
      entity.annotations.add(Piece.over(text, column.component(), other.component()));
    }
  }

  /** A check over two columns of which one may be null. */
  private void between(EntitySketch entity) {
    Set<String> taken = new TreeSet<>();
    entity.components.forEach(component -> taken.add(component.name().toLowerCase(Locale.ROOT)));
    if (taken.contains("lent") || taken.contains("due") || enums.isEmpty()) {
      return;
    }
    entity.components.add(
        new ComponentSketch("lent", Piece.of("java.time.LocalDate lent"), false, "", null));
    entity.components.add(
        ComponentSketch.of(
            "due", Piece.of("java.time.@org.jspecify.annotations.Nullable LocalDate due")));
    String check = percent(50) ? "due IS NULL OR due >= lent" : "due >= lent";
    entity.annotations.add(Piece.over("@dev.varve.Check(\"" + check + "\")", "due", "lent"));
  }
}
