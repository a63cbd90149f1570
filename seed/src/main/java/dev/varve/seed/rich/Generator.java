package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import dev.varve.seed.value.ValueException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of a plan, chunk by chunk: calls their functions, each once, and decides what they
 * refer to and hold. What a chunk's rows refer to is in the chunk, or in one before it.
 */
final class Generator {
  /** So many rows come first, so that the database has something to do soon. */
  private static final int FIRST = 1_000;

  /**
   * As many rows as are worth a statement for each table. More only means more that the collector
   * has to copy: three chunks are alive at a time.
   */
  private static final int MOST = 8_000;

  /** So many rows are made before their turn within each other: rows that need ever more end. */
  private static final int DEEPEST = 100;

  private final long seed;
  private final Runs runs;
  private final Resolver resolver;
  private final Deque<Frame> nodes = new ArrayDeque<>();
  private final Deque<Frame> stack = new ArrayDeque<>();
  private int size = FIRST;
  private int made;
  private boolean finished;

  Generator(long seed, List<PlanNode> nodes, Runs runs) {
    this.seed = seed;
    this.runs = runs;
    resolver = new Resolver(runs, new Before());
    for (PlanNode node : order(nodes)) {
      TableRun run = runs.of(node.table());
      run.planned = true;
      this.nodes.add(new Frame(node, run.begun));
      run.begun += node.count();
      if (node.count() > 0) {
        runs.begin(run); // before anything is being sent that a question would have to wait for
      }
    }
  }

  /** Makes rows of the plan before their turn. */
  private final class Before implements NeededRows.Early {
    private int depth;

    @Override
    public boolean isPending(TableRun run) {
      return depth < DEEPEST && frame(nodes, run, null) != null;
    }

    @Override
    public int left(TableRun run, @Nullable Pool pool) {
      return depth < DEEPEST ? left(nodes, run, pool) + left(stack, run, pool) : 0;
    }

    private int left(Iterable<Frame> frames, TableRun run, @Nullable Pool pool) {
      int left = 0;
      for (Frame frame : frames) {
        left += frame.isOf(run, pool) ? frame.origin.count() - frame.next : 0;
      }
      return left;
    }

    @Override
    public boolean make(TableRun run, @Nullable Pool pool) {
      Frame frame = frame(nodes, run, pool);
      frame = frame == null ? frame(stack, run, pool) : frame;
      if (frame != null) {
        depth++;
        Generator.this.make(frame);
        depth--;
        made++;
      }
      return frame != null;
    }

    private @Nullable Frame frame(Iterable<Frame> frames, TableRun run, @Nullable Pool pool) {
      for (Frame frame : frames) {
        if (frame.isOf(run, pool) && frame.next < frame.origin.count()) {
          return frame;
        }
      }
      return null;
    }
  }

  /** Rows that are being made one after the other. */
  private static final class Frame {
    final PlanRow.Origin origin;
    final PlanTable table;
    final @Nullable PlanRow parent;
    final int relation;
    final int before;
    final @Nullable RowFunction function;
    final @Nullable Pool pool;
    boolean last;
    int next;

    Frame(PlanNode node, int before) {
      origin = new PlanRow.Origin(node.line(), node.count(), true);
      table = node.table();
      parent = null;
      relation = -1;
      this.before = before;
      function = node.function();
      pool = node.pool();
    }

    Frame(PlanRow parent, PlanRow.Children children) {
      String line = children.line().isEmpty() ? parent.origin.line() : children.line();
      origin = new PlanRow.Origin(line, children.count(), false);
      table = children.table();
      this.parent = parent;
      relation = children.relation();
      before = children.before();
      function = children.function();
      pool = null;
    }

    boolean isOf(TableRun run, @Nullable Pool wanted) {
      return table == run.table && (wanted == null || pool == wanted);
    }
  }

  /** The next rows; null if there are no more. */
  @Nullable Chunk next() {
    made = 0;
    while (made < size && step()) {
      made++;
    }
    size = Math.min(MOST, 2 * size);
    List<Chunk.Part> parts = new ArrayList<>();
    for (TableRun run : runs.all) {
      if (!run.chunk.isEmpty()) {
        parts.add(new Chunk.Part(run, run.chunk));
        run.chunk = new ArrayList<>();
      }
      run.numberings.values().removeIf(each -> each.parent != null && !each.parent.open);
    }
    parts.sort(Comparator.comparing(part -> runs.model.rank(part.run().table)));
    if (!parts.isEmpty()) {
      return new Chunk(parts, List.of());
    }
    if (finished) {
      return null;
    }
    finished = true;
    return new Chunk(List.of(), later());
  }

  /** Whether there may be rows that are still to be made. */
  boolean hasMore() {
    return !stack.isEmpty() || !nodes.isEmpty();
  }

  /** Makes a row, if there is one to be made. */
  private boolean step() {
    while (true) {
      Frame frame = stack.peek();
      if (frame == null) {
        Frame node = nodes.poll();
        if (node == null) {
          return false;
        }
        stack.push(node);
      } else if (frame.next == frame.origin.count()) {
        stack.pop();
        if (frame.last && frame.parent != null) {
          frame.parent.open = false;
        }
      } else {
        make(frame);
        return true;
      }
    }
  }

  private void make(Frame frame) {
    TableRun run = runs.of(frame.table);
    int number = frame.next++;
    long key =
        frame.parent == null
            ? Keys.mix(run.key + frame.before + number)
            : TableRun.step(
                frame.parent.key ^ run.relationKey(frame.relation), "", frame.before + number);
    PlanRow row = new PlanRow(frame.table, key, number, frame.origin);
    if (frame.pool != null) {
      row.name(frame.pool);
    }
    try {
      if (frame.function != null) {
        frame.function.apply(row);
      }
      if (frame.parent != null) {
        row.relate(frame.relation, frame.parent);
      }
      run.wanted++;
      resolver.resolve(row);
    } catch (RichException e) {
      throw e;
    } catch (ValueException e) {
      throw problem(run, row, String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      throw problem(run, row, "its function failed: " + e, e);
    }
    expand(row);
  }

  private RichException problem(TableRun run, PlanRow row, String reason, RuntimeException e) {
    int number = row.ordinal < 0 ? run.rows : row.ordinal;
    return new RichException(name(row, number, seed) + ": " + reason, e);
  }

  /** A row as messages call it: {@code Order #17 (ReportTest.java:23, seed 42)}. */
  static String name(PlanRow row, int ordinal, long seed) {
    String line = row.origin.line();
    return row.table.entity
        + " #"
        + (ordinal + 1)
        + " ("
        + (line.isEmpty() ? "" : line + ", ")
        + "seed "
        + seed
        + ')';
  }

  /** Puts the children of a row, and of the rows that were made for it, on the stack. */
  private void expand(PlanRow row) {
    for (int relation = row.parents.length - 1; relation >= 0; relation--) {
      if (row.given(relation) instanceof PlanRow parent && !parent.open) {
        boolean above = !parent.children.isEmpty();
        if (above || hasParents(parent)) {
          expand(parent);
        }
      }
    }
    for (PlanJunction junction : row.table.manyToMany) {
      List<Object> links = row.links(junction.index());
      if (links != null) {
        for (Object each : links) {
          if (each instanceof PlanRow other && !other.open) {
            expand(other);
          }
        }
      }
    }
    for (int i = row.children.size() - 1; i >= 0; i--) {
      Frame frame = new Frame(row, row.children.get(i));
      frame.last = !row.open;
      row.open = true;
      stack.push(frame);
    }
    row.children = PlanRow.CHILDLESS;
  }

  private static boolean hasParents(PlanRow row) {
    for (int relation = 0; relation < row.parents.length; relation++) {
      if (row.given(relation) instanceof PlanRow) {
        return true;
      }
    }
    return false;
  }

  /** Parents before children; then what has children that need others, after those others. */
  private List<PlanNode> order(List<PlanNode> written) {
    List<PlanNode> left = new ArrayList<>(written);
    List<PlanNode> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      PlanNode next = first(left, true);
      next = next == null ? first(left, false) : next;
      next = next == null ? left.get(0) : next;
      ordered.add(next);
      left.remove(next);
    }
    return ordered;
  }

  private @Nullable PlanNode first(List<PlanNode> left, boolean children) {
    for (PlanNode node : left) {
      boolean waits = false;
      for (PlanNode other : left) {
        waits |= other != node && waits(node.table(), other.table(), children);
      }
      if (!waits) {
        return node;
      }
    }
    return null;
  }

  private boolean waits(PlanTable table, PlanTable other, boolean children) {
    Model model = runs.model;
    if (table == other || model.reaches(other, table) || links(other, table)) {
      return false;
    }
    boolean waits = model.reaches(table, other);
    for (PlanTable child : model.tables) {
      boolean below = child == table || model.reaches(child, table);
      waits |= children && below && (model.reaches(child, other) || links(child, other));
    }
    return waits;
  }

  private static boolean links(PlanTable table, PlanTable other) {
    return table.junctions().stream().anyMatch(junction -> junction.target() == other);
  }

  /** Draws the relations for which there were no rows when theirs were made. */
  private List<Chunk.Later> later() {
    List<Chunk.Later> all = new ArrayList<>();
    for (TableRun run : runs.all) {
      for (PlanRelation relation : run.table.foreignKeys) {
        Ints waiting = run.later[relation.index()];
        if (waiting != null && runs.of(relation.target()).rows > 0) {
          all.add(later(run, relation, Objects.requireNonNull(waiting)));
        }
      }
    }
    return all;
  }

  private Chunk.Later later(TableRun run, PlanRelation relation, Ints waiting) {
    int[] rows = new int[waiting.size()];
    int[] parents = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = waiting.get(i);
      parents[i] = resolver.parents().later(run, relation, rows[i]);
    }
    return new Chunk.Later(run, relation, rows, parents);
  }
}
