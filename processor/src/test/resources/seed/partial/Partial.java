package partial;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Index;
import dev.varve.Relation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tables of which some rows are unique. */
public final class Partial {
  private Partial() {}

  public enum Status {
    OPEN,
    PAID,
    GONE
  }

  @Entity
  public record Product(@Id long id, String name) {}

  /** Of a product's pictures one is its main one. */
  @Entity
  @Index(columns = {"product", "main"}, unique = true, where = "main")
  public record Picture(@Id long id, @Relation Product product, boolean main) {}

  /** A product is on one open bill, and on many others. */
  @Entity
  @Index(columns = "product", unique = true, where = "status = 'OPEN'")
  public record Bill(@Id long id, @Relation Product product, Status status) {}

  @Entity
  @Index(columns = "email", unique = true, where = "deleted_at IS NULL")
  public record Account(@Id long id, @Column(length = 40) String email, @Nullable Instant deletedAt) {}

  /** A few places, each of which is booked once. */
  @Entity
  @Index(columns = {"product", "place"}, unique = true, where = "status <> 'GONE'")
  public record Seat(@Id long id, @Relation Product product, @Check("{} BETWEEN 1 AND 2") short place, Status status) {}

  /** With a condition that nobody understands. */
  @Entity
  @Index(columns = "code", unique = true, where = "length(code) > 2")
  public record Label(@Id long id, @Column(length = 5) String code) {}
}
