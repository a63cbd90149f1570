package loading;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Computed;
import dev.varve.Default;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Json;
import dev.varve.Relation;
import dev.varve.Unique;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tables of every kind that loading has to do with. */
public final class Library {
  private Library() {}

  public enum Shelf {
    UPPER,
    LOWER
  }

  /** Reference data with a key of its own. */
  @Entity
  public record Country(@Id @Column(length = 2) String code, String name, @Nullable Integer rank) {}

  /** Reference data that the database numbers. */
  @Entity
  public record Genre(@Id long id, @Unique String name, boolean open, @Nullable String note) {}

  @Entity
  public record Topic(@Id UUID id, @Unique String label) {}

  @Entity
  public record Book(
      @Id long id,
      @Relation Genre genre,
      @Relation(Country.class) @Nullable String countryCode,
      @Unique @Column(length = 40) String title,
      @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal price,
      Shelf shelf,
      Instant boughtAt,
      @Nullable LocalDate printed,
      byte[] cover,
      List<String> quotes,
      Map<String, String> extra,
      @Nullable Duration read,
      @Nullable Double weight,
      @Default("7") int copies,
      @Computed("price * 2") @Column(precision = 12, scale = 2) BigDecimal doubled,
      @Relation Set<Topic> topics) {}

  /** With a composite key. */
  @Entity
  public record Copy(@Id @Relation(Book.class) long bookId, @Id int number, @Nullable String state) {}

  /** Which refers to its own table. */
  @Entity
  public record Member(@Id long id, String name, @Relation(Member.class) @Nullable Long mentorId) {}
}
