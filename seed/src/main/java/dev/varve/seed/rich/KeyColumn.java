package dev.varve.seed.rich;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The values of a column that others refer to, by row number, in as little room as they need:
 * numbers that count up take none, invented ones are invented again.
 */
final class KeyColumn {
  private final List<Segment> segments = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private int size;

  /** Values of rows that follow each other, by their place among them. */
  private interface Segment {
    Object at(int place);

    /** Whether it goes on with {@code next}, if it can. */
    default boolean isFollowed(Segment next, int size) {
      return false;
    }
  }

  private record Range(long first) implements Segment {
    @Override
    public Object at(int place) {
      return first + place;
    }

    @Override
    public boolean isFollowed(Segment next, int size) {
      return next instanceof Range range && range.first == first + size;
    }
  }

  private record Longs(long[] values) implements Segment {
    @Override
    public Object at(int place) {
      return values[place];
    }
  }

  private record Near(long first, int[] values) implements Segment {
    @Override
    public Object at(int place) {
      return first + values[place];
    }
  }

  private record Others(Object[] values) implements Segment {
    @Override
    public Object at(int place) {
      return values[place];
    }
  }

  private record Invented(ColumnValues values, long number) implements Segment {
    @Override
    public Object at(int place) {
      return values.unique(number + place);
    }
  }

  /** Adds values of the next rows. */
  void add(Object[] values) {
    add(segment(values), values.length);
  }

  /** Adds rows whose values are invented. */
  void add(ColumnValues values, long number, int count) {
    add(new Invented(values, number), count);
  }

  private void add(Segment segment, int count) {
    int last = segments.size() - 1;
    if (last < 0 || !segments.get(last).isFollowed(segment, size - firsts.get(last))) {
      segments.add(segment);
      firsts.add(size);
    }
    size += count;
  }

  private static Segment segment(Object[] values) {
    long[] numbers = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] instanceof Long number)) {
        return new Others(values);
      }
      numbers[i] = number;
    }
    boolean range = true;
    boolean near = true;
    int[] offsets = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      long offset = numbers[i] - numbers[0];
      range &= offset == i;
      near &= offset == (int) offset;
      offsets[i] = (int) offset;
    }
    if (range && numbers.length > 0) {
      return new Range(numbers[0]);
    }
    return near && numbers.length > 0 ? new Near(numbers[0], offsets) : new Longs(numbers);
  }

  int size() {
    return size;
  }

  /** The value of a row. */
  Object at(int row) {
    if (segments.size() == 1) {
      return segments.get(0).at(row);
    }
    int found = Collections.binarySearch(firsts, row);
    int place = found >= 0 ? found : -found - 2;
    return segments.get(place).at(row - firsts.get(place));
  }
}
