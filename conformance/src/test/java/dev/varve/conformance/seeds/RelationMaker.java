package dev.varve.conformance.seeds;

import dev.varve.conformance.seeds.EntitySketch.KeyPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Lets entities refer to others, in all forms. */
final class RelationMaker {
  private static final String NULLABLE = "@org.jspecify.annotations.Nullable ";
  private static final Map<String, String> BOXED =
      Map.of("long", "java.lang.Long", "int", "java.lang.Integer", "short", "java.lang.Short");
  private static final List<String> ACTIONS = List.of("CASCADE", "RESTRICT", "NO_ACTION");

  private final Random random;
  private final List<EntitySketch> entities;

  RelationMaker(Random random, List<EntitySketch> entities) {
    this.random = random;
    this.entities = entities;
  }

  private boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The entities that rows of {@code entity} may need: those that can be made by themselves. */
  List<EntitySketch> targets(EntitySketch entity) {
    List<EntitySketch> targets = new ArrayList<>();
    for (EntitySketch target : entities) {
      boolean visible = target.isPublic || target.packageName.equals(entity.packageName);
      // a record that everybody can name must be made of such
      boolean shown = !entity.isPublic || target.isPublic;
      if (visible && shown && !target.needsHelp() && target != entity && target.key.size() < 4) {
        targets.add(target);
      }
    }
    return targets;
  }

  /** Relations of a new entity to earlier ones, and to itself. */
  void forwards(EntitySketch entity, Set<String> taken) {
    List<EntitySketch> targets = targets(entity);
    int count = targets.isEmpty() ? 0 : random.nextInt(4);
    for (int i = 0; i < count; i++) {
      EntitySketch target = one(targets);
      String name = free("ref" + i, taken);
      forward(entity, target, name, percent(60));
      if (percent(15)) {
        forward(entity, target, free("other" + i, taken), percent(50));
      }
    }
    if (percent(15)) {
      diamond(entity, taken);
    }
    if (percent(20)) {
      itself(entity, taken);
    }
    if (percent(20) && !targets.isEmpty()) {
      many(entity, one(targets), free("all", taken), "");
    }
  }

  private void forward(EntitySketch entity, EntitySketch target, String name, boolean required) {
    switch (random.nextInt(target.key.size() == 1 ? 8 : 6)) {
      case 0, 1, 2, 3 -> record(entity, target, name, required, "");
      case 4 -> record(entity, target, name, required, "@dev.varve.Unique ");
      case 5 -> composite(entity, target, name, required);
      default -> key(entity, target, name, required, "");
    }
  }

  private void record(
      EntitySketch entity, EntitySketch target, String name, boolean required, String unique) {
    String type = target.fullName();
    String text =
        required
            ? type
            : percent(30)
                ? "java.util.Optional<" + type + '>'
                : target.packageName + '.' + NULLABLE + target.name;
    add(entity, Piece.to(target, unique + relation("", required) + text + ' ' + name), name);
  }

  private void key(
      EntitySketch entity, EntitySketch target, String name, boolean required, String more) {
    KeyPart part = target.key.get(0);
    String id = name + "Id";
    String relation = relation("value = " + target.fullName() + ".class" + more, required);
    String type = required ? part.type() : nullable(part.type());
    add(entity, Piece.to(target, relation + type + ' ' + id), id);
  }

  private static String nullable(String type) {
    String boxed = BOXED.getOrDefault(type, type);
    int dot = boxed.lastIndexOf('.') + 1;
    return boxed.substring(0, dot) + NULLABLE + boxed.substring(dot);
  }

  /** Columns of its own for each part of the key. */
  private void composite(EntitySketch entity, EntitySketch target, String name, boolean required) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < target.key.size(); i++) {
      KeyPart part = target.key.get(i);
      String type = required ? part.type() : nullable(part.type());
      String component = name + "Part" + i;
      columns.add(component);
      add(entity, Piece.of(part.size() + type + ' ' + component), component);
    }
    compose(entity, target, columns, required);
  }

  private void compose(
      EntitySketch entity, EntitySketch target, List<String> columns, boolean required) {
    String names = "{\"" + String.join("\", \"", columns) + "\"}";
    String value = "value = " + target.fullName() + ".class, columns = " + names;
    entity.annotations.add(
        Piece.to(target, relation(value, required).trim(), columns.toArray(new String[0])));
  }

  /** A key that starts as one of the entity's own relations does: what belongs to one tenant. */
  private void diamond(EntitySketch entity, Set<String> taken) {
    for (EntitySketch target : targets(entity)) {
      if (target.key.size() == 2 && target.components.get(0).name().equals("tenant")) {
        String tenant = target.components.get(0).piece().entities().iterator().next();
        if (!target.key.get(0).column().startsWith("tenant_")) {
          continue;
        }
        String reference = reference(entity, tenant);
        if (!reference.isEmpty()) {
          KeyPart rest = target.key.get(1);
          String component = free("within", taken);
          add(entity, Piece.of(rest.type() + ' ' + component), component);
          compose(entity, target, List.of(reference, component), true);
          return;
        }
      }
    }
  }

  private static String reference(EntitySketch entity, String tenant) {
    for (ComponentSketch component : entity.components) {
      String text = component.piece().text();
      boolean required = !text.contains("Nullable") && !text.contains("Optional");
      boolean byRecord = text.contains("@dev.varve.Relation") && text.contains(tenant + ' ');
      if (component.piece().entities().contains(tenant) && required && byRecord) {
        return component.name();
      }
    }
    return "";
  }

  private void itself(EntitySketch entity, Set<String> taken) {
    String name = free("parent", taken);
    if (entity.key.size() == 1 && percent(50)) {
      key(entity, entity, name, percent(40), "");
    } else {
      Piece piece =
          Piece.to(
              entity,
              "@dev.varve.Relation "
                  + entity.packageName
                  + '.'
                  + NULLABLE
                  + entity.name
                  + ' '
                  + name);
      add(entity, piece, name);
    }
  }

  private void many(EntitySketch entity, EntitySketch target, String name, String table) {
    String collection = percent(50) ? "java.util.List" : "java.util.Set";
    String named = table.isEmpty() ? "" : "table = \"" + table + '"';
    String text;
    if (target.key.size() == 1 && percent(40)) {
      String type = target.key.get(0).type();
      String value = "value = " + target.fullName() + ".class" + (named.isEmpty() ? "" : ", ");
      text =
          "@dev.varve.Relation("
              + value
              + named
              + ") "
              + collection
              + '<'
              + BOXED.getOrDefault(type, type)
              + "> ";
    } else {
      text = "@dev.varve.Relation(" + named + ") " + collection + '<' + target.fullName() + "> ";
    }
    add(entity, Piece.to(target, text + name), name);
  }

  private String relation(String value, boolean required) {
    List<String> values = new ArrayList<>();
    if (!value.isEmpty()) {
      values.add(value);
    }
    if (percent(30)) {
      values.add(
          "onDelete = dev.varve.ReferentialAction."
              + (required || percent(50) ? one(ACTIONS) : "SET_NULL"));
    }
    if (percent(10)) {
      values.add("index = false");
    }
    return "@dev.varve.Relation(" + String.join(", ", values) + ") ";
  }

  private static void add(EntitySketch entity, Piece piece, String name) {
    entity.components.add(ComponentSketch.of(name, piece));
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + i;
    }
    return free;
  }

  /** Relations of some entities to later ones: cycles, and many-to-many both ways. */
  void backwards() {
    for (EntitySketch later : List.copyOf(entities)) {
      for (EntitySketch earlier : entities) {
        boolean cycle = needs(later, earlier) && earlier != later && percent(25);
        if (cycle && targets(earlier).contains(later)) {
          back(earlier, later);
        }
      }
    }
  }

  private static boolean needs(EntitySketch later, EntitySketch earlier) {
    return later.components.stream()
        .anyMatch(component -> component.piece().entities().contains(earlier.fullName()));
  }

  private void back(EntitySketch earlier, EntitySketch later) {
    Set<String> taken = new HashSet<>();
    for (ComponentSketch component : earlier.components) {
      String name = component.name().toLowerCase(Locale.ROOT);
      taken.add(name.endsWith("id") ? name.substring(0, name.length() - 2) : name);
    }
    if (percent(25)) {
      // two ways through two tables
      many(earlier, later, free("every", taken), "back " + earlier.name + ' ' + later.name);
    } else if (percent(25) && later.key.size() == 1 && isPlain(later, earlier)) {
      key(earlier, later, free("latest", taken), true, ", deferrable = true");
    } else {
      record(earlier, later, free("back", taken), false, "");
    }
  }

  /** Whether {@code later} needs {@code earlier} in one way alone, and any row of it will do. */
  private boolean isPlain(EntitySketch later, EntitySketch earlier) {
    int direct = 0;
    for (ComponentSketch component : later.components) {
      if (component.piece().entities().contains(earlier.fullName())) {
        direct++;
        if (component.key() || component.piece().text().contains("Unique")) {
          return false;
        }
      }
    }
    for (Piece annotation : later.annotations) {
      direct += annotation.entities().contains(earlier.fullName()) ? 1 : 0;
    }
    for (EntitySketch between : entities) {
      if (between != earlier && between != later && names(later, between)) {
        if (reaches(between, earlier, new HashSet<>(Set.of(later)))) {
          return false;
        }
      }
    }
    return direct == 1;
  }

  private boolean reaches(EntitySketch from, EntitySketch to, Set<EntitySketch> seen) {
    for (EntitySketch next : entities) {
      if (names(from, next) && (next == to || seen.add(next) && reaches(next, to, seen))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(EntitySketch entity, EntitySketch target) {
    String name = target.fullName();
    return needs(entity, target)
        || entity.annotations.stream().anyMatch(one -> one.entities().contains(name));
  }
}
