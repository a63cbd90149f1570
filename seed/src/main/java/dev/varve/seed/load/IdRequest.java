package dev.varve.seed.load;

import dev.varve.seed.value.ValueType;

/**
 * How many keys of a table are wanted.
 *
 * @param table the table
 * @param column the column that counts by itself
 * @param type what it holds: not all whole numbers fit into it
 * @param count how many, at least 1
 */
public record IdRequest(TableName table, String column, ValueType type, int count) {
  /** The greatest key that there can be. */
  long greatest() {
    return switch (type.kind()) {
      case INT16 -> Short.MAX_VALUE;
      case INT32 -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }
}
