package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.LoadColumn;
import dev.varve.seed.load.LoadException;
import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.RowSource;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Many-to-many relations of one call: what is linked, and the rows of the junction tables. */
final class Junctions {
  private final SeedEngine engine;
  private final List<Links> all = new ArrayList<>();
  private final Map<Row, Map<Integer, Object>> components = new HashMap<>();

  Junctions(SeedEngine engine) {
    this.engine = engine;
  }

  /** One row's links by one relation: the keys of the rows at the other end. */
  private record Links(
      Row owner, JunctionShape junction, List<ValueType> types, List<List<Object>> keys) {}

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
      List<@Nullable Object> elements = given == RowSeed.UNSET ? List.of() : elements(given);
      // A link is there or not: the same element twice is one link.
      List<Object> distinct = new ArrayList<>();
      List<List<Object>> keys = new ArrayList<>();
      for (Object element : elements) {
        if (element == null) {
          throw Problems.of(row, junction.name() + " must not hold null", null);
        }
        List<Object> key = key(row, junction, element);
        if (!keys.contains(key)) {
          keys.add(key);
          distinct.add(element);
        }
      }
      all.add(new Links(row, junction, types(row, junction), keys));
      Object component =
          junction.set()
              ? Collections.unmodifiableSet(new LinkedHashSet<>(distinct))
              : List.copyOf(distinct);
      components.computeIfAbsent(row, any -> new HashMap<>()).put(junction.slot(), component);
    }
  }

  private static List<@Nullable Object> elements(Object given) {
    return given instanceof Collection<?> collection
        ? new ArrayList<>(collection)
        : Arrays.asList((Object[]) given);
  }

  private List<Object> key(Row row, JunctionShape junction, Object element) {
    RowSeed target = row.seed.targetSeed(row.shape.relations.size() + junction.index());
    if (!junction.byRecord()) {
      ColumnShape column = target.shape.columns.get(target.shape.key[0]);
      return List.of(Objects.requireNonNull(Values.canonical(row, column, element, engine)));
    }
    Row other = new Existing(engine).row(row.element(target, junction), element);
    List<Object> key = new ArrayList<>();
    for (int column : other.shape.key) {
      key.add(Objects.requireNonNull(other.value(column)));
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
  @Nullable Object component(Row row, int slot) {
    return components.getOrDefault(row, Map.of()).get(slot);
  }

  /** Inserts the links. */
  void insert() throws SQLException {
    for (Links links : all) {
      if (!links.keys().isEmpty()) {
        insert(links);
      }
    }
  }

  private void insert(Links links) throws SQLException {
    try {
      engine.loader.load(table(links), rows(links));
    } catch (LoadException e) {
      throw RowWriter.refused(links.owner(), e);
    }
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

  private static RowSource rows(Links links) {
    List<Cell> owner = owner(links.owner());
    Iterator<List<Object>> keys = links.keys().iterator();
    return cells -> {
      if (!keys.hasNext()) {
        return false;
      }
      int place = 0;
      for (Cell cell : owner) {
        cells[place++] = cell.value();
      }
      for (Object part : keys.next()) {
        cells[place++] = part;
      }
      return true;
    };
  }

  private static List<Cell> owner(Row row) {
    return Sql.cells(row, Sql.key(row.shape));
  }

  /** Removes all links of the rows that were collected. */
  void clear() throws SQLException {
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
