package dev.varve.schema.change;

import dev.varve.schema.Schema;
import java.util.List;

/**
 * What came of comparing two schemas.
 *
 * @param evolution the way from one to the other; of use only where there are no questions
 * @param questions what has to be answered first, in the order of tables and columns
 * @param spent agreements that have no effect any more, for a note that they may go
 */
public record Comparison(Evolution evolution, List<Question> questions, Agreements spent) {
  /** Copies the list. */
  public Comparison {
    questions = List.copyOf(questions);
  }

  /** Compares the former with the present schema under what the annotations say. */
  public static Comparison of(Schema from, Schema to, Agreements agreements) {
    return new Comparer(from, to, agreements).comparison();
  }
}
