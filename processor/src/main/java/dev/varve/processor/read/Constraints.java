package dev.varve.processor.read;

import dev.varve.schema.ColumnType.Decimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What constraints of {@code jakarta.validation} say about a column's size. */
final class Constraints {
  private Constraints() {}

  /** The least {@code max} of {@code @Size}, if it isn't over {@code limit}; 0: none. */
  static int maxLength(List<Site> sites, int limit) {
    long length = Long.MAX_VALUE;
    for (Site site : sites) {
      for (Mark mark : site.marks().each(MarkKind.CONSTRAINT)) {
        if (mark.name().equals("Size")) {
          length = Math.min(length, mark.number("max", Long.MAX_VALUE));
        }
      }
    }
    return length > 0 && length <= limit ? (int) length : 0;
  }

  /** The digits that {@code @Digits} allows, if there is one and a column can have so many. */
  static @Nullable Decimal digits(List<Site> sites, int limit) {
    for (Site site : sites) {
      for (Mark mark : site.marks().each(MarkKind.CONSTRAINT)) {
        if (mark.name().equals("Digits")) {
          long whole = mark.number("integer", 0);
          long fraction = mark.number("fraction", 0);
          boolean possible = whole >= 0 && fraction >= 0 && whole + fraction > 0;
          return possible && whole + fraction <= limit
              ? new Decimal((int) (whole + fraction), (int) fraction)
              : null;
        }
      }
    }
    return null;
  }
}
