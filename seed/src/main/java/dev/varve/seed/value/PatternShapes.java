package dev.varve.seed.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A part of a regular expression, as the sets of characters that a text of a given length can have
 * at each place.
 */
sealed interface PatternShapes {
  /** As many shapes of one length as are ever needed. */
  int ENOUGH = 32;

  /** The greatest length that is told from endless. */
  int ENDLESS = 1 << 24;

  /** The parts of an expression. */
  static PatternShapes of(String regex) {
    return new PatternParser(regex).parse();
  }

  /** The fewest characters. */
  int least();

  /** The most characters; {@link #ENDLESS} or more: no limit. */
  int most();

  /** Shapes of {@code length} characters: all of them, or enough. */
  List<List<String>> ofLength(int length);

  private static List<List<String>> nothing(int length) {
    return length == 0 ? List.of(List.of()) : List.of();
  }

  /** One shape after another, in all combinations. */
  private static void join(
      List<List<String>> heads, List<List<String>> tails, List<List<String>> shapes) {
    for (List<String> head : heads) {
      for (List<String> tail : tails) {
        if (shapes.size() < ENOUGH) {
          List<String> shape = new ArrayList<>(head);
          shape.addAll(tail);
          shapes.add(shape);
        }
      }
    }
  }

  /**
   * One character.
   *
   * @param set those that it can be, none twice
   */
  record One(String set) implements PatternShapes {
    @Override
    public int least() {
      return 1;
    }

    @Override
    public int most() {
      return 1;
    }

    @Override
    public List<List<String>> ofLength(int length) {
      return length == 1 ? List.of(List.of(set)) : List.of();
    }
  }

  /**
   * One of several parts.
   *
   * @param parts the parts, at least one
   */
  record Either(List<PatternShapes> parts) implements PatternShapes {
    @Override
    public int least() {
      int least = ENDLESS;
      for (PatternShapes part : parts) {
        least = Math.min(least, part.least());
      }
      return least;
    }

    @Override
    public int most() {
      int most = 0;
      for (PatternShapes part : parts) {
        most = Math.max(most, part.most());
      }
      return most;
    }

    @Override
    public List<List<String>> ofLength(int length) {
      List<List<String>> shapes = new ArrayList<>();
      for (PatternShapes part : parts) {
        shapes.addAll(part.ofLength(length));
      }
      return shapes;
    }
  }

  /**
   * One part after another.
   *
   * @param parts the parts; none: the empty text
   */
  record Sequence(List<PatternShapes> parts) implements PatternShapes {
    @Override
    public int least() {
      int least = 0;
      for (PatternShapes part : parts) {
        least = Math.min(ENDLESS, least + part.least());
      }
      return least;
    }

    @Override
    public int most() {
      int most = 0;
      for (PatternShapes part : parts) {
        most = Math.min(ENDLESS, most + part.most());
      }
      return most;
    }

    @Override
    public List<List<String>> ofLength(int length) {
      if (parts.isEmpty()) {
        return nothing(length);
      }
      PatternShapes first = parts.get(0);
      Sequence rest = new Sequence(parts.subList(1, parts.size()));
      List<List<String>> shapes = new ArrayList<>();
      int to = Math.min(first.most(), length - rest.least());
      for (int head = Math.max(first.least(), length - rest.most());
          head <= to && shapes.size() < ENOUGH;
          head++) {
        List<List<String>> tails = rest.ofLength(length - head);
        if (!tails.isEmpty()) {
          join(first.ofLength(head), tails, shapes);
        }
      }
      return shapes;
    }
  }

  /**
   * A part several times.
   *
   * @param part the part
   * @param times the fewest times
   * @param most the most times
   */
  record Repeat(PatternShapes part, int times, int mostTimes) implements PatternShapes {
    @Override
    public int least() {
      return (int) Math.min(ENDLESS, (long) part.least() * times);
    }

    @Override
    public int most() {
      return (int) Math.min(ENDLESS, (long) part.most() * mostTimes);
    }

    @Override
    public List<List<String>> ofLength(int length) {
      if (part instanceof One one) {
        boolean fits = length >= times && length <= mostTimes;
        return fits ? List.of(Collections.nCopies(length, one.set())) : List.of();
      }
      if (length == 0) {
        return nothing(least());
      }
      List<List<String>> shapes = new ArrayList<>();
      Repeat rest = new Repeat(part, Math.max(0, times - 1), mostTimes - 1);
      int to = mostTimes == 0 ? 0 : Math.min(part.most(), length - rest.least());
      int from = Math.max(1, Math.max(part.least(), length - rest.most()));
      for (int head = from; head <= to && shapes.size() < ENOUGH; head++) {
        List<List<String>> tails = rest.ofLength(length - head);
        if (!tails.isEmpty()) {
          join(part.ofLength(head), tails, shapes);
        }
      }
      return shapes;
    }
  }
}
