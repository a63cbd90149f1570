package flawed;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Index;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Constraints that contradict each other. */
public final class Flawed {
  private Flawed() {}

  public enum Colour { GREEN, BLUE }

  @Entity
  public record Person(
      @Id long id,
      @Min(5) @Max(3) int age,
      @Check("{} = 'RED'") Colour colour,
      @Nullable @Size(min = 5) @Column(length = 3) String tag) {}
}
