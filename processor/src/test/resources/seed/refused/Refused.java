package refused;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.EnumStorage;
import dev.varve.Enumerated;
import dev.varve.Id;
import dev.varve.Index;
import dev.varve.Relation;
import dev.varve.SqlType;
import dev.varve.Unique;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Constraints of every kind. */
public final class Refused {
  private Refused() {}

  public enum Colour { RED, BLUE }

  @Entity
  public record Shop(@Id long id, String name) {}

  @Entity
  public record Hen(@Id long id, @Relation(value = Egg.class, deferrable = true) long eggId) {}

  @Entity
  public record Egg(@Id long id, @Relation(value = Hen.class, deferrable = true) long henId) {}

  @Entity
  public record Visit(@Id long id, @Relation Shop from, @Relation Shop to, @Relation @Nullable Visit before) {}

  @Entity
  public record Small(@Id int id, String name) {}

  @Entity
  public record Folded(
      @Id long id,
      @Unique @Column(type = @SqlType(on = dev.varve.Dialect.POSTGRESQL, value = "citext")) String name) {}

  @Entity
  @Check("least <= most")
  @Index(expression = "lower(login)", unique = true)
  public record Thing(
      @Id int id,
      @Positive int amount,
      @Max(10) int most,
      int least,
      @Size(min = 2, max = 5) String code,
      @Pattern(regexp = "[A-Z]{2}[0-9]+") String tag,
      @NotBlank String title,
      @Digits(integer = 3, fraction = 1) BigDecimal price,
      @DecimalMax("5.5") BigDecimal rate,
      @Check("{} = lower({})") String lower,
      @Check("length({}) < 4") String brief,
      Colour colour,
      @Enumerated(EnumStorage.NATIVE) Colour other,
      @Column(length = 3) String three,
      @Column(precision = 5, scale = 2) BigDecimal dec,
      @Unique String email,
      String login,
      @Relation @Nullable Shop shop) {}
}
