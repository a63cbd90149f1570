package dev.varve.seed.rich;

import dev.varve.seed.load.LoadColumn;
import dev.varve.seed.load.LoadException;
import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.Loader;
import dev.varve.seed.load.Shipment;
import dev.varve.seed.value.PostgresEncoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Makes the rows of junction tables ready to be sent: what many-to-many relations link. */
final class JunctionSender {
  private final Loader loader;
  private final long seed;
  private final Runs runs;

  JunctionSender(Loader loader, long seed, Runs runs) {
    this.loader = loader;
    this.seed = seed;
    this.runs = runs;
  }

  /**
   * Adds statements that send what rows are linked to; they and the other ends are there before.
   */
  void ready(Chunk.Part part, List<SendingThread.Work> statements) {
    for (PlanJunction junction : part.run().table.manyToMany) {
      List<Link> links = links(part, junction);
      if (!links.isEmpty()) {
        statements.add(load(junction, columns(part.run().table, junction), links));
      }
    }
  }

  /** A row of a junction table. */
  private record Link(PlanRow owner, Object[] key) {}

  private SendingThread.Work load(
      PlanJunction junction, List<LoadColumn> columns, List<Link> links) {
    Iterator<Link> each = links.iterator();
    Shipment shipment =
        loader.encode(
            new LoadTable(junction.table(), columns),
            cells -> {
              if (!each.hasNext()) {
                return false;
              }
              Object[] link = each.next().key();
              System.arraycopy(link, 0, cells, 0, link.length);
              return true;
            });
    return () -> {
      try {
        shipment.send();
      } catch (LoadException e) {
        throw refused(junction, columns, links, e);
      }
    };
  }

  private RichException refused(
      PlanJunction junction, List<LoadColumn> columns, List<Link> links, LoadException e) {
    int first = junction.ownerColumns().size();
    Link link = links.get((int) Math.min(Math.max(0, e.row()), links.size() - 1));
    for (Link other : links) {
      String key = text(columns, other, first);
      if (e.row() < 0 && key.equals(e.refusal().key())) {
        link = other;
        break;
      }
    }
    String constraint = e.refusal().constraint();
    String called =
        junction.table().name() + '_' + String.join("_", junction.targetColumns()) + "_fkey";
    return new RichException(
        Generator.name(link.owner, link.owner.ordinal, seed)
            + ": "
            + junction.name()
            + " ("
            + String.join(", ", junction.targetColumns())
            + " = "
            + text(columns, link, first)
            + ") breaks "
            + (constraint == null ? called : constraint)
            + ": "
            + e.refusal().message().strip(),
        e);
  }

  private static String text(List<LoadColumn> columns, Link link, int first) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < columns.size(); i++) {
      text.append(i == first ? "" : ", ");
      text.append(PostgresEncoder.text(columns.get(i).type(), link.key[i]));
    }
    return text.toString();
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

  private List<Link> links(Chunk.Part part, PlanJunction junction) {
    List<Link> links = new ArrayList<>();
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

  private static Link link(TableRun run, PlanRow row, Object[] key) {
    Object[] own = key(run, row.ordinal);
    Object[] link = java.util.Arrays.copyOf(own, own.length + key.length);
    System.arraycopy(key, 0, link, own.length, key.length);
    return new Link(row, link);
  }

  private static Object[] key(TableRun run, int row) {
    Object[] key = new Object[run.table.key.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = Objects.requireNonNull(run.keys[run.table.key[i]]).at(row);
    }
    return key;
  }
}
