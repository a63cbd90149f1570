package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import java.time.Period;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Marks of values that are taken, up to a million; what comes later is not noted. Marks are hashes:
 * that two values have one is so rare, and only means that a value is passed over.
 */
final class Used {
  private static final int MOST = 1_000_000;
  private static final int FEW = 64;

  /** PostgreSQL 18, interval_cmp_value in timestamp.c: a month compares as 30 days. */
  private static final long MONTH = 30;

  private static final long VALUE = 0x56616c7565L;

  private long[] marks = new long[FEW];
  private int size;
  private boolean zero;

  /** The mark of a value. Of intervals those are equal whose days are, a month's being 30. */
  static long mark(@Nullable Object value) {
    Object equal =
        value instanceof Period period
            ? (Object) (period.toTotalMonths() * MONTH + period.getDays())
            : value;
    String text = equal instanceof byte[] bytes ? Arrays.toString(bytes) : "" + equal;
    return Keys.of(VALUE, text, "");
  }

  boolean has(long mark) {
    return mark == 0 ? zero : marks[place(mark)] == mark;
  }

  void add(long mark) {
    if (mark == 0) {
      zero = true;
    } else if (size < MOST) {
      int place = place(mark);
      if (marks[place] != mark) {
        marks[place] = mark;
        size++;
        grow();
      }
    }
  }

  private int place(long mark) {
    int place = (int) (mark ^ mark >>> 32) & marks.length - 1;
    while (marks[place] != 0 && marks[place] != mark) {
      place = place + 1 & marks.length - 1;
    }
    return place;
  }

  private void grow() {
    if (size * 2 > marks.length) {
      long[] old = marks;
      marks = new long[2 * old.length];
      for (long mark : old) {
        if (mark != 0) {
          marks[place(mark)] = mark;
        }
      }
    }
  }
}
