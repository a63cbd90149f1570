package smoke;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Default;
import dev.varve.Embedded;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import dev.varve.Unique;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A club, for what smoke puts into its tables. */
public final class Club {
  private Club() {}

  public enum Level { BEGINNER, ADVANCED, MASTER }

  public record Address(String street, @Nullable String city) {}

  @Entity
  public record Member(
      @Id long id,
      @Unique @Column(length = 12) String nick,
      Level level,
      boolean active,
      @Column(precision = 5, scale = 2) @Check("{} >= 0") BigDecimal fee,
      @Default("'none'") String note,
      Optional<LocalDate> born,
      @Nullable @Embedded Address home,
      @Relation @Nullable Member sponsor) {}

  /** What the database doesn't know. */
  public record Phone(String digits) {
    public Phone {
      if (digits.isBlank() || digits.length() > 2) {
        throw new IllegalArgumentException("no phone: " + digits);
      }
    }
  }

  @Entity
  public record Caller(@Id long id, @Unique @Column(length = 2) Phone phone) {}

  /** One to one: as many as members. */
  @Entity
  public record Locker(@Id @Relation Member member, int number) {}

  @Entity
  public record Team(
      @Id @Column(length = 3) String code, @Relation(Member.class) @Nullable Long captainId, @Relation List<Member> members) {}

  /** Nobody plays with themselves, and no pair twice. */
  @Entity
  @Check("home_code <> guest_code")
  @Unique(columns = {"home", "guest"})
  public record Match(@Id long id, @Relation Team home, @Relation Team guest, LocalDate from, @Check("{} >= \"from\"") LocalDate until) {}

  /** Two rows at most. */
  @Entity
  public record Switch(@Id long id, @Unique boolean on, @Column(length = 4) String label) {}

  @Entity
  public record Rule(@Id long id, @Check("substr({}, 1, 4) = 'net*'") String formula, @Nullable @Check("{} % 7 = 3") Integer odd) {}

  /** Each needs the other. */
  @Entity
  public record Hen(@Id long id, @Relation(value = Egg.class, deferrable = true) long eggId) {}

  @Entity
  public record Egg(@Id long id, @Relation Hen hen) {}
}
