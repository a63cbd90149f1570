package dev.varve.seed.rich;

import dev.varve.seed.load.LoadColumn;
import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.Loader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Sends the rows of junction tables: what many-to-many relations link. */
final class JunctionSender {
  private final Loader loader;
  private final Runs runs;

  JunctionSender(Loader loader, Runs runs) {
    this.loader = loader;
    this.runs = runs;
  }

  /** Sends what the rows are linked to; they and the other ends are there. */
  void send(Chunk.Part part) throws SQLException {
    for (PlanJunction junction : part.run().table.manyToMany) {
      List<Object[]> links = links(part, junction);
      if (!links.isEmpty()) {
        Iterator<Object[]> each = links.iterator();
        loader.load(
            new LoadTable(junction.table(), columns(part.run().table, junction)),
            cells -> {
              if (!each.hasNext()) {
                return false;
              }
              Object[] link = each.next();
              System.arraycopy(link, 0, cells, 0, link.length);
              return true;
            });
      }
    }
  }

  private static List<LoadColumn> columns(PlanTable owner, PlanJunction junction) {
    List<LoadColumn> columns = new ArrayList<>();
    for (int i = 0; i < owner.key.length; i++) {
      columns.add(
          new LoadColumn(junction.ownerColumns().get(i), owner.columns.get(owner.key[i]).type()));
    }
    PlanTable target = junction.target();
    for (int i = 0; i < target.key.length; i++) {
      columns.add(
          new LoadColumn(
              junction.targetColumns().get(i), target.columns.get(target.key[i]).type()));
    }
    return columns;
  }

  private List<Object[]> links(Chunk.Part part, PlanJunction junction) {
    List<Object[]> links = new ArrayList<>();
    TableRun target = runs.of(junction.target());
    for (PlanRow row : part.rows()) {
      List<Object> given = row.links(junction.index());
      int[] drawn = row.drawnLinks(junction.index());
      if (given != null) {
        for (Object each : given) {
          Object[] key =
              each instanceof PlanRow other ? key(target, other.ordinal) : (Object[]) each;
          links.add(link(part.run(), row, key));
        }
      } else if (drawn != null) {
        for (int each : drawn) {
          links.add(link(part.run(), row, key(target, each)));
        }
      }
    }
    return links;
  }

  private static Object[] link(TableRun run, PlanRow row, Object[] key) {
    Object[] own = key(run, row.ordinal);
    Object[] link = java.util.Arrays.copyOf(own, own.length + key.length);
    System.arraycopy(key, 0, link, own.length, key.length);
    return link;
  }

  private static Object[] key(TableRun run, int row) {
    Object[] key = new Object[run.table.key.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = Objects.requireNonNull(run.keys[run.table.key[i]]).at(row);
    }
    return key;
  }
}
