package dev.varve.seed.rich;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.LoadColumn;
import dev.varve.seed.load.LoadException;
import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.Loader;
import dev.varve.seed.load.Shipment;
import dev.varve.seed.load.TableName;
import dev.varve.seed.rich.SendingThread.Work;
import dev.varve.seed.value.ValueException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Makes the rows of chunks into statements that are ready to be sent. */
final class Sender {
  private final Loader loader;
  private final Function<TableName, String> sql;
  private final long seed;
  private final Runs runs;
  private final RowKeys keys;
  private final JunctionSender junctions;

  Sender(Loader loader, Function<TableName, String> sql, long seed, Runs runs) {
    this.loader = loader;
    this.sql = sql;
    this.seed = seed;
    this.runs = runs;
    keys = new RowKeys(seed, runs);
    junctions = new JunctionSender(loader, seed, runs);
  }

  /**
   * Does for a chunk all that needs no database.
   *
   * @param chunk the next one, whose rows have got their {@link NewKeys}
   * @return sends it
   */
  Work ready(Chunk chunk) {
    List<Work> statements = new ArrayList<>();
    List<RowKeys.Postponed> postponed = new ArrayList<>();
    keys.begin(chunk.parts());
    for (Chunk.Part part : chunk.parts()) {
      keys.refer(part, postponed);
      load(part, statements);
      part.run().sent += part.rows().size();
    }
    for (RowKeys.Postponed one : postponed) {
      PlanRow row = one.row();
      statements.add(update(runs.of(row.table), one.relation(), row.ordinal, one.parent()));
    }
    for (Chunk.Part part : chunk.parts()) {
      junctions.ready(part, statements);
    }
    for (Chunk.Later later : chunk.later()) {
      statements.add(() -> update(later));
    }
    return () -> {
      for (Work each : statements) {
        each.run();
      }
    };
  }

  private void load(Chunk.Part part, List<Work> statements) {
    List<PlanRow> rest = part.rows();
    while (!rest.isEmpty()) {
      int[] sent = rest.get(0).pattern().sent;
      List<PlanRow> alike = new ArrayList<>(rest.size());
      List<PlanRow> other = new ArrayList<>();
      for (PlanRow row : rest) {
        (Arrays.equals(row.pattern().sent, sent) ? alike : other).add(row);
      }
      statements.add(load(part.run().table, alike, sent));
      rest = other;
    }
  }

  private Work load(PlanTable table, List<PlanRow> rows, int[] sent) {
    List<LoadColumn> columns = new ArrayList<>();
    for (int column : sent) {
      columns.add(
          new LoadColumn(table.columns.get(column).name(), table.columns.get(column).type()));
    }
    SentRows source = new SentRows(rows, sent);
    Shipment shipment;
    try {
      shipment = loader.encode(new LoadTable(table.name, columns), source);
    } catch (ValueException e) {
      throw problem(source.last(), e);
    }
    return () -> {
      try {
        shipment.send();
      } catch (LoadException e) {
        throw new Refused(seed, table, rows).of(e);
      } catch (ValueException e) {
        throw problem(source.last(), e);
      }
    };
  }

  private RichException problem(PlanRow row, ValueException e) {
    return new RichException(Generator.name(row, row.ordinal, seed) + ": " + e.getMessage(), e);
  }

  /** When all rows are there: of as many statements as there are rows none waits in memory. */
  private void update(Chunk.Later later) throws SQLException {
    for (int i = 0; i < later.rows().length; i++) {
      if (later.parents()[i] >= 0) {
        update(later.run(), later.relation(), later.rows()[i], later.parents()[i]).run();
      }
    }
  }

  /** Lets a row that is there refer to one that has come since. */
  private Work update(TableRun run, PlanRelation relation, int row, int parent) {
    StringBuilder text = new StringBuilder("UPDATE " + sql.apply(run.table.name) + " SET ");
    List<Cell> cells = new ArrayList<>();
    String between = "";
    TableRun target = runs.of(relation.target());
    for (int i = 0; i < relation.columns().length; i++) {
      PlanColumn column = run.table.columns.get(relation.columns()[i]);
      if (column.nullable()) {
        text.append(between).append(TableName.quoted(column.name())).append(" = ?");
        between = ", ";
        KeyColumn keys = Objects.requireNonNull(target.keys[relation.targetColumns()[i]]);
        cells.add(new Cell(column.type(), keys.at(parent)));
      }
    }
    between = " WHERE ";
    for (int key : run.table.key) {
      PlanColumn column = run.table.columns.get(key);
      text.append(between).append(TableName.quoted(column.name())).append(" = ?");
      between = " AND ";
      cells.add(new Cell(column.type(), Objects.requireNonNull(run.keys[key]).at(row)));
    }
    return () -> loader.run(text.toString(), cells);
  }

  Made made() {
    return keys.made();
  }
}
