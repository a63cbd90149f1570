package dev.varve.seed.rich;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.IdRequest;
import dev.varve.seed.load.Ids;
import dev.varve.seed.load.LoadColumn;
import dev.varve.seed.load.LoadException;
import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.Loader;
import dev.varve.seed.load.TableName;
import dev.varve.seed.value.ValueException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the row numbers of chunks into keys, and sends the rows. */
final class Sender {
  private final Loader loader;
  private final Function<TableName, String> sql;
  private final long seed;
  private final Runs runs;
  private final JunctionSender junctions;

  /** Rows that are to refer to rows which weren't there yet. */
  private final List<Postponed> postponed = new ArrayList<>();

  private record Postponed(PlanRow row, PlanRelation relation) {}

  Sender(Loader loader, Function<TableName, String> sql, long seed, Runs runs) {
    this.loader = loader;
    this.sql = sql;
    this.seed = seed;
    this.runs = runs;
    junctions = new JunctionSender(loader, seed, runs);
    for (TableRun run : runs.all) {
      keep(run, run.table.key);
      for (PlanRelation relation : run.table.foreignKeys) {
        keep(runs.of(relation.target()), relation.targetColumns());
      }
    }
  }

  private static void keep(TableRun run, int[] columns) {
    for (int column : columns) {
      if (run.keys[column] == null) {
        run.keys[column] = new KeyColumn();
      }
    }
  }

  void send(Chunk chunk) throws SQLException {
    identify(chunk.parts());
    for (Chunk.Part part : chunk.parts()) {
      refer(part);
      load(part);
      part.run().sent += part.rows().size();
    }
    for (Postponed one : postponed) {
      update(runs.of(one.row.table), one.relation, one.row.ordinal, parent(one));
    }
    postponed.clear();
    for (Chunk.Part part : chunk.parts()) {
      junctions.send(part);
    }
    for (Chunk.Later later : chunk.later()) {
      for (int i = 0; i < later.rows().length; i++) {
        if (later.parents()[i] >= 0) {
          update(later.run(), later.relation(), later.rows()[i], later.parents()[i]);
        }
      }
    }
  }

  private static int parent(Postponed one) {
    return one.row.parents[one.relation.index()];
  }

  /** Takes keys from the counters of all tables at once, and notes the keys that rows have. */
  private void identify(List<Chunk.Part> parts) throws SQLException {
    List<IdRequest> requests = new ArrayList<>();
    List<List<PlanRow>> missing = new ArrayList<>();
    for (Chunk.Part part : parts) {
      PlanTable table = part.run().table;
      if (table.identity >= 0) {
        List<PlanRow> without = new ArrayList<>();
        long used = 0;
        for (PlanRow row : part.rows()) {
          Object id = row.cells[table.identity];
          if (id instanceof Long given) {
            used = Math.max(used, given);
          } else {
            without.add(row);
          }
        }
        String column = table.columns.get(table.identity).name();
        if (used > 0) {
          loader.advance(table.name, column, used);
        }
        if (!without.isEmpty()) {
          requests.add(new IdRequest(table.name, column, without.size()));
          missing.add(without);
        }
      }
    }
    List<Ids> reserved = requests.isEmpty() ? List.of() : loader.reserve(requests);
    for (int i = 0; i < reserved.size(); i++) {
      List<PlanRow> rows = missing.get(i);
      for (int place = 0; place < rows.size(); place++) {
        PlanRow row = rows.get(place);
        row.cells[row.table.identity] = reserved.get(i).at(place);
      }
    }
    for (Chunk.Part part : parts) {
      part.run().sending = part.rows();
      note(part, false);
    }
  }

  /**
   * Notes the values that others refer to: of columns that come from relations, or of the others.
   */
  private void note(Chunk.Part part, boolean related) {
    TableRun run = part.run();
    for (PlanColumn column : run.table.all) {
      KeyColumn keys = run.keys[column.index()];
      if (keys != null && isRelated(run, column.index()) == related) {
        note(run, keys, part.rows(), column.index());
      }
    }
  }

  private static boolean isRelated(TableRun run, int column) {
    for (PlanRelation relation : run.table.foreignKeys) {
      if (relation.has(column)) {
        return true;
      }
    }
    return false;
  }

  private static void note(TableRun run, KeyColumn keys, List<PlanRow> rows, int column) {
    // numbers of others are passed over, so a value doesn't follow from the row's number alone
    boolean invented = !run.table.orders().concern(column) && run.others[column] == null;
    for (PlanRow row : rows) {
      invented &= row.pattern().isNumbered(column);
    }
    ColumnValues values = invented ? run.values(column) : null;
    if (values != null) {
      keys.add(values, run.taken + rows.get(0).ordinal, rows.size());
      return;
    }
    Object[] cells = new Object[rows.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Objects.requireNonNullElse(rows.get(i).cells[column], PlanRow.UNSET);
    }
    keys.add(cells);
  }

  /** Puts keys where there are row numbers. */
  private void refer(Chunk.Part part) {
    TableRun run = part.run();
    for (PlanRow row : part.rows()) {
      Pattern pattern = row.pattern();
      for (int column = 0; column < pattern.via.length; column++) {
        int relation = pattern.via[column];
        if (relation >= 0 && row.parents[relation] >= 0) {
          PlanRelation to = run.table.foreignKeys[relation];
          TableRun target = runs.of(to.target());
          int key = to.targetColumns()[pattern.part[column]];
          row.cells[column] = key(target, key, row.parents[relation]);
        }
      }
      for (PlanRelation relation : run.table.foreignKeys) {
        if (waits(run, row, relation)) {
          postpone(run, row, relation);
        }
      }
    }
    note(part, true);
  }

  /** A column of a row; in a cycle, of one whose own columns have not been looked up yet. */
  private @Nullable Object key(TableRun run, int column, int row) {
    KeyColumn keys = Objects.requireNonNull(run.keys[column]);
    if (row < keys.size()) {
      return keys.at(row);
    }
    PlanRow other = run.sending.get(row - run.sending.get(0).ordinal);
    int relation = other.pattern().via[column];
    if (relation < 0 || other.parents[relation] < 0) {
      return other.cells[column];
    }
    PlanRelation to = run.table.foreignKeys[relation];
    int part = to.targetColumns()[other.pattern().part[column]];
    return key(runs.of(to.target()), part, other.parents[relation]);
  }

  /** Whether the row that a relation refers to isn't there yet and must be. */
  private boolean waits(TableRun run, PlanRow row, PlanRelation relation) {
    TableRun target = runs.of(relation.target());
    return target != run && !relation.deferrable() && row.parents[relation.index()] >= target.sent;
  }

  private void postpone(TableRun run, PlanRow row, PlanRelation relation) {
    for (int column : relation.columns()) {
      if (run.table.columns.get(column).nullable()) {
        row.cells[column] = null;
        postponed.add(new Postponed(row, relation));
        return;
      }
    }
    throw new RichException(
        Generator.name(row, row.ordinal, seed)
            + ": "
            + relation.name()
            + " is a row that refers to this one, and no column of the cycle may be null: declare"
            + " one of its relations deferrable = true",
        null);
  }

  private void load(Chunk.Part part) throws SQLException {
    List<PlanRow> rest = part.rows();
    while (!rest.isEmpty()) {
      int[] sent = rest.get(0).pattern().sent;
      List<PlanRow> alike = new ArrayList<>(rest.size());
      List<PlanRow> other = new ArrayList<>();
      for (PlanRow row : rest) {
        (Arrays.equals(row.pattern().sent, sent) ? alike : other).add(row);
      }
      load(part.run().table, alike, sent);
      rest = other;
    }
  }

  private void load(PlanTable table, List<PlanRow> rows, int[] sent) throws SQLException {
    List<LoadColumn> columns = new ArrayList<>();
    for (int column : sent) {
      columns.add(
          new LoadColumn(table.columns.get(column).name(), table.columns.get(column).type()));
    }
    int[] next = {0};
    try {
      loader.load(
          new LoadTable(table.name, columns),
          cells -> {
            if (next[0] == rows.size()) {
              return false;
            }
            @Nullable Object[] values = rows.get(next[0]++).cells;
            for (int i = 0; i < sent.length; i++) {
              cells[i] = values[sent[i]];
            }
            return true;
          });
    } catch (LoadException e) {
      throw new Refused(seed, table, rows).of(e);
    } catch (ValueException e) {
      PlanRow row = rows.get(Math.max(0, next[0] - 1));
      throw new RichException(Generator.name(row, row.ordinal, seed) + ": " + e.getMessage(), e);
    }
  }

  /** Lets a row that is there refer to one that has come since. */
  private void update(TableRun run, PlanRelation relation, int row, int parent)
      throws SQLException {
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
    loader.run(text.toString(), cells);
  }

  Made made() {
    Made made = new Made();
    for (TableRun run : runs.all) {
      made.put(run.table, Objects.requireNonNull(run.keys));
    }
    return made;
  }
}
