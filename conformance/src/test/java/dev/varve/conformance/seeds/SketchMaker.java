package dev.varve.conformance.seeds;

import dev.varve.conformance.seeds.EntitySketch.KeyPart;
import dev.varve.schema.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Makes the records of a schema from a number: always the same, and such as the compiler takes. */
final class SketchMaker {
  private static final String PACKAGE = "app";
  private static final List<String> PACKAGES = List.of("app.billing", "app.people.staff");

  private final long seed;
  private final Random random;
  private final NameMaker names;
  private final List<EntitySketch> entities = new ArrayList<>();
  private final Map<String, String> types = new TreeMap<>();
  private final List<ValueKind> kinds;
  private final List<String> enums = new ArrayList<>();

  private SketchMaker(long seed) {
    this.seed = seed;
    random = new Random(seed);
    names = new NameMaker(random);
    new TypeMaker(random).make(types, enums);
    kinds = ValueKinds.all(enums);
  }

  /** A schema of so many entities. */
  static SchemaSketch make(long seed, int entities) {
    SketchMaker maker = new SketchMaker(seed);
    for (int i = 0; i < entities; i++) {
      maker.entity();
    }
    new RelationMaker(maker.random, maker.entities).backwards();
    return new SchemaSketch(seed, List.copyOf(maker.entities), Map.copyOf(maker.types));
  }

  private boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void entity() {
    boolean elsewhere = percent(25);
    boolean isPublic = elsewhere || percent(70);
    String name = names.entity();
    String table = percent(15) ? "T " + name + " order" : percent(20) ? snake(name) + "_table" : "";
    EntitySketch entity =
        new EntitySketch(
            elsewhere ? one(PACKAGES) : PACKAGE,
            name,
            isPublic,
            table,
            percent(12) ? one(List.of("billing", "Crm Data")) : "");
    Set<String> taken = new HashSet<>();
    key(entity, taken);
    RelationMaker relations = new RelationMaker(random, entities);
    relations.forwards(entity, taken);
    new ColumnMaker(random, names, kinds, enums).columns(entity, taken);
    entities.add(entity);
  }

  private static String snake(String name) {
    return Names.snakeCase(name).toLowerCase(Locale.ROOT);
  }

  private void key(EntitySketch entity, Set<String> taken) {
    taken.addAll(List.of("id", "code", "number", "region", "tenant", "owner", "day"));
    List<EntitySketch> parents = new RelationMaker(random, entities).targets(entity);
    switch (parents.isEmpty() ? random.nextInt(9) : random.nextInt(13)) {
      case 0, 1, 2, 3 -> single(entity, "@dev.varve.Id ", "id", "long", "");
      case 4 -> single(entity, "@dev.varve.Id ", "id", "int", "");
      case 5 -> single(entity, "@dev.varve.Id ", "id", "java.util.UUID", "");
      case 6 ->
          single(entity, "@dev.varve.Id ", "code", "java.lang.String", size(one(List.of(8, 40))));
      case 7 ->
          single(
              entity,
              "@dev.varve.Id(generate = dev.varve.IdGeneration.NONE) ",
              "number",
              one(List.of("long", "int", "java.util.UUID")),
              "");
      case 8 -> {
        if (percent(50)) {
          single(entity, "@dev.varve.Id ", "day", "java.time.LocalDate", "");
        } else {
          single(entity, "@dev.varve.Id ", "region", "java.lang.String", size(8));
          single(entity, "@dev.varve.Id ", "number", "int", "");
        }
      }
      case 9, 10, 11 -> {
        related(entity, "tenant", one(parents));
        single(entity, "@dev.varve.Id ", "number", one(List.of("int", "long", "short")), "");
      }
      default -> related(entity, "owner", one(parents));
    }
  }

  private static String size(int length) {
    return "@dev.varve.Column(length = " + length + ") ";
  }

  private static void single(
      EntitySketch entity, String id, String name, String type, String size) {
    entity.components.add(
        new ComponentSketch(name, Piece.of(id + size + type + ' ' + name), true, name, null));
    entity.key.add(new KeyPart(name, type, size));
  }

  private static void related(EntitySketch entity, String name, EntitySketch target) {
    Piece piece =
        Piece.to(target, "@dev.varve.Id @dev.varve.Relation " + target.fullName() + ' ' + name);
    entity.components.add(new ComponentSketch(name, piece, true, "", null));
    for (KeyPart part : target.key) {
      entity.key.add(new KeyPart(name + '_' + part.column(), part.type(), part.size()));
    }
  }
}
