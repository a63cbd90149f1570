package hostile;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Index;
import dev.varve.Unique;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tables in which something may go wrong. */
public final class Hostile {
  private Hostile() {}

  /** Of the accounts that are left, each has an address of its own. */
  @Entity
  @Index(columns = "email", unique = true, where = "not closed")
  public record Account(@Id long id, String email, boolean closed, @Nullable String note) {}

  /** Known by its name; what its number is, the database says. */
  @Entity
  public record Label(@Id long id, @Unique String name) {}

  /** Whose keys aren't numbers. */
  @Entity
  public record Token(@Id UUID id, @Unique @Column(length = 20) String text) {}

  /** With names that SQL reads otherwise. */
  @Entity(table = "odd -- ? :c $1")
  public record Odd(
      @Id long id,
      @Unique @Column(name = "a :b ? $1 \\") String text,
      @Column(name = "\\.") String end) {}
}
