package dev.varve.seed.rich;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows above a row that are known while its relations are being decided, one a table. */
final class Family {
  private static final int UNKNOWN = PlanRow.OPEN;

  /** Whether it holds only what columns bind a row to, not all that should be shared. */
  final boolean loose;

  private final int[] rows;
  private final @Nullable Outside[] outside;
  private final boolean[] direct;

  /** Tables that have a row here, in the order in which they got it, so that it can be undone. */
  private int[] log;

  private int size;

  Family(int tables) {
    this(tables, false);
  }

  Family(int tables, boolean loose) {
    this.loose = loose;
    rows = new int[tables];
    Arrays.fill(rows, UNKNOWN);
    outside = new Outside[tables];
    direct = new boolean[tables];
    log = new int[tables];
  }

  Family(Family other) {
    loose = false;
    rows = other.rows.clone();
    outside = other.outside.clone();
    direct = new boolean[rows.length];
    log = other.log.clone();
    size = other.size;
  }

  boolean knows(int table) {
    return rows[table] != UNKNOWN;
  }

  /** The number of the row, or {@link PlanRow#OUTSIDE}. */
  int row(int table) {
    return rows[table];
  }

  @Nullable Outside outside(int table) {
    return outside[table];
  }

  void put(int table, int row, boolean isDirect) {
    if (rows[table] == UNKNOWN) {
      rows[table] = row;
      direct[table] = isDirect;
      if (size == log.length) {
        log = Arrays.copyOf(log, 2 * size + 1);
      }
      log[size++] = table;
    }
  }

  /** Whether a relation of the row leads there straight: another may lead to another row. */
  boolean isDirect(int table) {
    return direct[table];
  }

  void put(int table, Outside row, boolean isDirect) {
    if (rows[table] == UNKNOWN) {
      put(table, PlanRow.OUTSIDE, isDirect);
      outside[table] = row;
    }
  }

  /** Leaves a table out: another row of it is being made. */
  void forget(int table) {
    rows[table] = UNKNOWN;
    outside[table] = null;
  }

  /** How many tables have, or had, a row. */
  int mark() {
    return size;
  }

  void undo(int mark) {
    while (size > mark) {
      rows[log[--size]] = UNKNOWN;
      outside[log[size]] = null;
    }
  }

  /** The tables that have a row, in order. */
  int table(int place) {
    return log[place];
  }
}
