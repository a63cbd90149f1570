package dev.varve.seed.load;

import org.jspecify.annotations.Nullable;

/** A database refused a row, or sending was interrupted. */
public final class LoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable TableName table;
  private final long row;
  private final transient Refusal refusal;

  LoadException(TableName table, long row, Refusal refusal, @Nullable Throwable cause) {
    super(text(table, row, refusal), cause);
    this.table = table;
    this.row = row;
    this.refusal = refusal;
  }

  private static String text(TableName table, long row, Refusal refusal) {
    return table + (row < 0 ? "" : ", row " + (row + 1)) + ": " + refusal.message();
  }

  /** The table. */
  public @Nullable TableName table() {
    return table;
  }

  /** Which row of the call, from 0; -1 if that isn't known, as for a constraint checked later. */
  public long row() {
    return row;
  }

  /** What the database said. */
  public Refusal refusal() {
    return refusal;
  }
}
