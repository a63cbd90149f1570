package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.LoadColumn;
import dev.varve.seed.load.LoadException;
import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.RowSource;
import dev.varve.seed.load.TableName;
import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Many-to-many relations of one call: what is linked, and the rows of the junction tables. */
final class Junctions {
  private final SeedEngine engine;
  private final @Nullable Planner planner;
  private final List<Links> all = new ArrayList<>();
  private final Map<Row, List<Links>> byOwner = new HashMap<>();

  /**
   * Knows no links yet.
   *
   * @param planner has the new rows that are linked; null if there are none
   */
  Junctions(SeedEngine engine, @Nullable Planner planner) {
    this.engine = engine;
    this.planner = planner;
  }

  /** One row's links by one relation. */
  private record Links(
      Row owner, JunctionShape junction, List<ValueType> types, List<Link> links) {}

  /**
   * A row at the other end.
   *
   * @param element what the collection holds: a record or a key; null for a new row
   * @param row the row, if it is known
   * @param key its key; of a new row not known yet
   */
  private record Link(@Nullable Object element, @Nullable Row row, List<Object> key) {
    List<Object> keyNow() {
      return row == null || element != null ? key : Junctions.keyOf(row);
    }
  }

  /**
   * Notes what a row is linked to.
   *
   * @param slots the collections, or arrays, in their slots
   */
  void collect(Row row, @Nullable Object[] slots) {
    for (JunctionShape junction : row.shape.junctions) {
      Object given = slots[junction.slot()];
      if (given == null) {
        throw Problems.of(row, junction.name() + " must not be null", null);
      }
      Links links = new Links(row, junction, types(row, junction), links(row, junction, given));
      all.add(links);
      byOwner.computeIfAbsent(row, any -> new ArrayList<>()).add(links);
    }
  }

  /** Notes what a row is linked to in the database. */
  void linked(Row row, JunctionShape junction, List<Row> others) {
    List<Link> links = new ArrayList<>();
    for (Row other : others) {
      links.add(new Link(null, other, List.of()));
    }
    Links found = new Links(row, junction, types(row, junction), links);
    byOwner.computeIfAbsent(row, any -> new ArrayList<>()).add(found);
  }

  private List<Link> links(Row row, JunctionShape junction, Object given) {
    List<Link> links = new ArrayList<>();
    // A link is there or not: the same element twice is one link.
    Set<List<Object>> keys = new HashSet<>();
    for (Object element : elements(given)) {
      if (element == null) {
        throw Problems.of(row, junction.name() + " must not hold null", null);
      }
      if (element instanceof RowSeed seed) {
        links.add(new Link(null, Objects.requireNonNull(planner).row(seed), List.of()));
      } else {
        List<Object> key = key(row, junction, element);
        if (keys.add(key)) {
          links.add(new Link(element, null, key));
        }
      }
    }
    return links;
  }

  /** What a slot of a many-to-many relation holds, in a list that can be changed. */
  static List<@Nullable Object> elements(@Nullable Object given) {
    if (given == null || given == RowSeed.UNSET) {
      return new ArrayList<>();
    }
    return given instanceof Collection<?> collection
        ? new ArrayList<>(collection)
        : new ArrayList<>(Arrays.asList((Object[]) given));
  }

  private List<Object> key(Row row, JunctionShape junction, Object element) {
    RowSeed target = row.seed.targetSeed(row.shape.relations.size() + junction.index());
    if (!junction.byRecord()) {
      ColumnShape column = target.shape.columns.get(target.shape.key[0]);
      return List.of(Objects.requireNonNull(Values.canonical(row, column, element, engine)));
    }
    return keyOf(new Existing(engine).row(row.element(target, junction), element));
  }

  private static List<Object> keyOf(Row row) {
    List<Object> key = new ArrayList<>();
    for (int column : row.shape.key) {
      key.add(Objects.requireNonNull(row.value(column)));
    }
    return key;
  }

  private static List<ValueType> types(Row row, JunctionShape junction) {
    RowSeed target = row.seed.targetSeed(row.shape.relations.size() + junction.index());
    List<ValueType> types = new ArrayList<>();
    for (int column : target.shape.key) {
      types.add(target.shape.columns.get(column).type);
    }
    return types;
  }

  /** The collection that a row's record holds. */
  @Nullable Object component(Row row, int slot, Records records) throws SQLException {
    for (Links links : byOwner.getOrDefault(row, List.of())) {
      if (links.junction().slot() == slot) {
        List<Object> elements = new ArrayList<>();
        for (Link link : links.links()) {
          Object element = link.element();
          element = element == null ? element(links, link, records) : element;
          // A row that leads back to this one can't be in its record.
          if (element != null) {
            elements.add(element);
          }
        }
        return links.junction().set()
            ? Collections.unmodifiableSet(new LinkedHashSet<>(elements))
            : List.copyOf(elements);
      }
    }
    return null;
  }

  private static @Nullable Object element(Links links, Link link, Records records)
      throws SQLException {
    Row row = Objects.requireNonNull(link.row());
    if (links.junction().byRecord()) {
      return records.further(row);
    }
    return key(row, row.shape.columns.get(row.shape.key[0]));
  }

  /** A key as a component holds it: of a key that is another's, that one's. */
  private static Object key(Row row, ColumnShape column) {
    if (column.slot >= 0) {
      return Objects.requireNonNull(Values.component(row, column, row.value(column.index)));
    }
    for (RelationShape relation : row.shape.relations) {
      Row parent = row.parents[relation.index()];
      for (int i = 0; parent != null && i < relation.columns().length; i++) {
        if (relation.columns()[i] == column.index) {
          int target = parent.shape.column(relation.targetColumns()[i]);
          return key(parent, parent.shape.columns.get(target));
        }
      }
    }
    throw new IllegalStateException("nothing holds " + row.shape + "." + column);
  }

  /** Inserts the links, those of a junction table by one statement. */
  void insert() throws SQLException {
    Map<TableName, List<Place>> byTable = new LinkedHashMap<>();
    for (Links links : all) {
      for (Link link : links.links()) {
        byTable
            .computeIfAbsent(links.junction().table(), any -> new ArrayList<>())
            .add(new Place(links, link));
      }
    }
    for (List<Place> places : byTable.values()) {
      insert(places);
    }
  }

  /** A row of a junction table. */
  private record Place(Links links, Link link) {}

  private void insert(List<Place> places) throws SQLException {
    try {
      engine.loader.load(table(places.get(0).links()), rows(places));
    } catch (LoadException e) {
      throw refused(places, e);
    }
  }

  private static SeedException refused(List<Place> places, LoadException e) {
    Place place = places.get((int) Math.min(Math.max(0, e.row()), places.size() - 1));
    for (Place each : places) {
      List<String> key = texts(each.links().types(), each.link().keyNow());
      if (e.row() < 0 && String.join(", ", key).equals(e.refusal().key())) {
        place = each;
        break;
      }
    }
    JunctionShape junction = place.links().junction();
    String constraint = e.refusal().constraint();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < junction.targetColumns().size(); i++) {
      Object part = place.link().keyNow().get(i);
      cells.add(junction.targetColumns().get(i) + " = " + Problems.shown(part));
    }
    String name = constraint == null ? Refused.foreignKey(junction) : constraint;
    return Problems.of(
        place.links().owner(),
        junction.name()
            + ": "
            + String.join(", ", cells)
            + (name.endsWith("_fkey") ? " refers to a row that isn't in the database" : "")
            + ", and breaks "
            + name
            + "\n  the database said: "
            + e.refusal().message(),
        e);
  }

  private static LoadTable table(Links links) {
    JunctionShape junction = links.junction();
    List<Cell> owner = owner(links.owner());
    List<LoadColumn> columns = new ArrayList<>();
    for (int i = 0; i < owner.size(); i++) {
      columns.add(new LoadColumn(junction.ownerColumns().get(i), owner.get(i).type()));
    }
    for (int i = 0; i < links.types().size(); i++) {
      columns.add(new LoadColumn(junction.targetColumns().get(i), links.types().get(i)));
    }
    return new LoadTable(junction.table(), columns);
  }

  private static RowSource rows(List<Place> places) {
    Iterator<Place> rest = places.iterator();
    return cells -> {
      if (!rest.hasNext()) {
        return false;
      }
      Place next = rest.next();
      int place = 0;
      for (Cell cell : owner(next.links().owner())) {
        cells[place++] = cell.value();
      }
      for (Object part : next.link().keyNow()) {
        cells[place++] = part;
      }
      return true;
    };
  }

  private static List<Cell> owner(Row row) {
    return Sql.cells(row, Sql.key(row.shape));
  }

  /** Makes the links of the rows that were collected the only ones; those that are so stay. */
  void replace() throws SQLException {
    for (Links links : List.copyOf(all)) {
      if (isThere(links)) {
        all.remove(links);
      }
    }
    clear();
    insert();
  }

  private boolean isThere(Links links) throws SQLException {
    String sql = Sql.links(engine, links.junction());
    Set<List<String>> there = new HashSet<>();
    for (@Nullable Object[] key : engine.query(sql, owner(links.owner()), links.types())) {
      there.add(texts(links.types(), Arrays.asList(key)));
    }
    Set<List<String>> wanted = new HashSet<>();
    for (Link link : links.links()) {
      wanted.add(texts(links.types(), link.keyNow()));
    }
    return engine.isReadable() && there.equals(wanted);
  }

  private static List<String> texts(List<ValueType> types, List<? extends @Nullable Object> key) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      texts.add(PostgresEncoder.text(types.get(i), Objects.requireNonNull(key.get(i))));
    }
    return texts;
  }

  private void clear() throws SQLException {
    for (Links links : all) {
      List<String> conditions = new ArrayList<>();
      for (String column : links.junction().ownerColumns()) {
        conditions.add(SeedEngine.quoted(column) + " = ?");
      }
      String sql =
          "DELETE FROM "
              + engine.table(links.junction().table())
              + " WHERE "
              + String.join(" AND ", conditions);
      engine.loader.run(sql, owner(links.owner()));
    }
  }
}
