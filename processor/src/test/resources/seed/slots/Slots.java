package slots;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Unique;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tables with several unique keys. */
public final class Slots {
  private Slots() {}

  public enum Side {
    LEFT,
    RIGHT
  }

  @Entity
  public record Slot(@Id long id, @Unique LocalDate day, @Unique boolean main) {}

  @Entity
  public record Four(
      @Id long id,
      @Unique LocalDate day,
      @Unique @Column(length = 30) String code,
      @Unique int number,
      @Unique Side side) {}

  @Entity
  @Unique(columns = {"day", "side"})
  @Unique(columns = {"side", "main"})
  public record Shift(@Id long id, LocalDate day, Side side, boolean main) {}

  @Entity
  public record Token(@Id UUID id, @Unique int number) {}

  @Entity
  public record Event(@Id long id, @Nullable Instant at, @Nullable Locale locale) {}
}
