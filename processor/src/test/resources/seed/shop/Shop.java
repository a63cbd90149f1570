package shop;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Computed;
import dev.varve.Default;
import dev.varve.Embedded;
import dev.varve.Entity;
import dev.varve.EnumStorage;
import dev.varve.Enumerated;
import dev.varve.Id;
import dev.varve.Json;
import dev.varve.ReferentialAction;
import dev.varve.Relation;
import dev.varve.Transient;
import dev.varve.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nested, as in the tests of many projects. */
public final class Shop {
  private Shop() {}

  public enum Tier {
    FREE,
    PRO
  }

  @Enumerated(EnumStorage.NATIVE)
  public enum Status {
    OPEN,
    PAID
  }

  public record Email(String value) {}

  public record Point(BigDecimal lat, BigDecimal lon) {}

  public record Address(String street, @Nullable String city, @Nullable @Embedded Point at, int floor) {}

  public record Preferences(String theme, int size, List<String> tags, @Nullable Preferences more) {}

  @Entity
  public record Country(@Id @Column(length = 2) String code, String name) {}

  @Entity
  public record Customer(
      @Id long id,
      @Unique @Column(length = 320) Email email,
      Optional<String> phone,
      @Default("'FREE'") Tier tier,
      @Embedded Address home,
      @Nullable @Embedded Address work,
      @Relation @Nullable Country country,
      @Relation(onDelete = ReferentialAction.SET_NULL) @Nullable Customer invitedBy,
      Map<String, String> settings,
      @Json Preferences preferences,
      List<String> nicknames,
      byte @Nullable [] photo,
      @Transient int visits,
      @Transient @Nullable Object note) {}

  @Entity
  public record Tag(@Id UUID id, @Unique String label) {}

  @Entity
  public record Order(
      @Id long id,
      @Relation Customer customer,
      @Unique @Column(length = 12) String ref,
      @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal total,
      Status status,
      @Default("now()") Instant placedAt,
      @Computed("total * 2") @Column(precision = 12, scale = 2) BigDecimal doubled,
      @Relation List<Tag> tags,
      @Relation(Country.class) Set<String> countryCodes) {}

  @Entity
  public record Line(
      @Id @Relation Order order,
      @Id int position,
      @Relation(Product.class) long productId,
      @Check("{} BETWEEN 1 AND 99") int quantity) {}

  @Entity
  public record Product(@Id long id, @Check("length({}) > 3") String name, @Unique boolean special) {}

  @Entity
  public record Profile(@Id @Relation Customer customer, String about) {}

  @Entity
  public record Node(@Id long id, @Relation(Node.class) long parentId, String name) {}

  @Entity
  public record Department(@Id long id, String name, @Relation(Worker.class) @Nullable Long headId) {}

  @Entity
  public record Worker(@Id long id, @Relation(Department.class) long departmentId, String name) {}

  @Entity
  public record Hen(@Id long id, @Relation(value = Egg.class, deferrable = true) long eggId) {}

  @Entity
  public record Egg(@Id long id, @Relation(value = Hen.class, deferrable = true) long henId) {}

  @Entity
  public record Tenant(@Id long id, String name) {}

  @Entity
  public record Account(@Id @Relation(Tenant.class) long tenantId, @Id int number, String owner) {}

  @Entity
  @Relation(
      value = Account.class,
      columns = {"tenantId", "accountNumber"})
  public record Booking(
      @Id long id, @Relation(Tenant.class) long tenantId, int accountNumber, BigDecimal amount) {}

  @Entity
  public record Message(
      @Id long id, @Relation Customer author, @Relation Customer recipient, String text) {}

  @Entity
  public record Rule(@Id long id, @Check("upper({}) = lower({})") String formula) {}
}
