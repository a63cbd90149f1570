package complaints;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import dev.varve.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the complaints are about. */
public final class Office {
  private Office() {}

  public enum Colour {
    RED,
    GREEN,
    BLUE
  }

  @Entity
  public record Seat(@Id long id, @Unique @Check("{} BETWEEN 1 AND 50") int number) {}

  @Entity
  public record Customer(
      @Id long id, @Unique @Column(length = 60) String email, @Column(length = 2) String country, Colour colour) {}

  @Entity
  public record Tag(@Id long id, @Unique @Column(length = 12) String label) {}

  @Entity
  public record Order(
      @Id long id,
      @Relation Customer customer,
      @Unique @Column(length = 12) String ref,
      @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal total,
      Instant placedAt,
      @Relation List<Tag> tags) {}

  @Entity
  public record Line(@Id long id, @Relation Order order, @Check("{} BETWEEN 1 AND 99") int quantity) {}

  /** Known by its code. */
  @Entity
  public record Country(@Id @Column(length = 2) String code, @Unique String name, @Check("{} >= 0") int rank) {}

  /** A column for each kind of edge. */
  @Entity
  public record Sample(
      @Id long id,
      @Check("{} BETWEEN 3 AND 9") int level,
      @Check("{} BETWEEN '2001-02-03' AND '2002-03-04'") LocalDate day,
      @Check("length({}) >= 2") @Column(length = 5) String word,
      @Column(precision = 4, scale = 1) BigDecimal price,
      short small,
      Colour colour,
      boolean active,
      @Nullable Integer number,
      @Nullable String note) {}
}
