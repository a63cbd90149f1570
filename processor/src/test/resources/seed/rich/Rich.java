package rich;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Default;
import dev.varve.Embedded;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Index;
import dev.varve.Relation;
import dev.varve.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tables with every shape that plans have to deal with. */
public interface Rich {
  enum Tier {
    FREE,
    PRO,
    TEAM
  }

  enum Status {
    OPEN,
    PAID,
    SHIPPED,
    CANCELLED
  }

  /** Nobody but others refers to a tenant: rows of it are usually made because others need one. */
  @Entity
  record Tenant(@Id long id, String name) {}

  record Address(String street, String city, @Nullable @Column(length = 10) String zip) {}

  @Entity
  @Unique(columns = {"tenantId", "email"})
  record Customer(
      @Id @Relation(Tenant.class) long tenantId,
      @Id int number,
      @Column(length = 80) String email,
      @Nullable String phone,
      Tier tier,
      @Embedded Address home,
      @Nullable @Embedded Address work,
      @Default("now()") Instant createdAt) {}

  @Entity
  record Product(
      @Id long id,
      @Relation(Tenant.class) long tenantId,
      @Unique @Column(length = 20) String sku,
      String name,
      @Check("{} >= 0") @Column(precision = 8, scale = 2) BigDecimal price) {}

  @Entity
  @Relation(
      value = Customer.class,
      columns = {"tenantId", "customerNumber"})
  record Order(
      @Id long id,
      @Relation(Tenant.class) long tenantId,
      int customerNumber,
      @Unique @Column(length = 40) String ref,
      Status status,
      @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal total,
      Instant placedAt,
      @Nullable LocalDate due,
      @Relation Set<Tag> tags) {}

  @Entity
  record Line(
      @Id long id, @Relation Order order, @Relation Product product, @Check("{} > 0") int quantity) {}

  @Entity
  record Tag(@Id UUID id, @Unique String label) {}

  @Entity
  record Organisation(@Id long id, String name) {}

  @Entity
  record Person(@Id long id, String firstName, String lastName, LocalDate born) {}

  /** A junction with columns of its own. */
  @Entity
  record Membership(
      @Id @Relation Person person, @Id @Relation Organisation organisation, boolean admin) {}

  /** A key that is a parent's key: at most one for each. */
  @Entity
  record Profile(@Id @Relation Person person, String about) {}

  /** One to one, with a key of its own. */
  @Entity
  record Passport(@Id long id, @Unique @Relation Person holder, @Column(length = 9) String number) {}

  /** Two unique keys that share a column, none of which has many values. */
  @Entity
  @Unique(columns = {"roomId", "slot"})
  @Unique(columns = {"personId", "slot"})
  record Booking(
      @Id long id,
      @Relation(Room.class) long roomId,
      @Relation(Person.class) long personId,
      Slot slot) {}

  enum Slot {
    MORNING,
    NOON,
    EVENING
  }

  @Entity
  record Room(@Id long id, @Unique @Column(length = 1) String door) {}

  /** Few values of its own, and each only once. */
  @Entity
  @Unique(columns = {"tier", "active"})
  record Flag(@Id long id, Tier tier, boolean active) {}

  @Entity
  record Department(
      @Id long id, String name, @Relation(Employee.class) @Nullable Long headId) {}

  @Entity
  record Employee(
      @Id long id,
      @Relation(Department.class) long departmentId,
      @Relation(Employee.class) @Nullable Long managerId,
      String name) {}

  /** Only one of a person's is the main one, and of those that are in use each label is there once. */
  @Entity
  @Index(columns = "personId", unique = true, where = "main")
  @Index(
      columns = {"personId", "kind"},
      unique = true,
      where = "ended is null")
  record Contact(
      @Id long id,
      @Relation(Person.class) long personId,
      boolean main,
      Slot kind,
      @Nullable LocalDate ended) {}

  /** The first refers to itself. */
  @Entity
  record Folder(@Id long id, @Relation(Folder.class) long parentId, String name) {}

  @Entity
  record Hen(@Id long id, @Relation(value = Egg.class, deferrable = true) long eggId) {}

  @Entity
  record Egg(@Id long id, @Relation(value = Hen.class, deferrable = true) long henId) {}

  @Entity
  @Index(expression = "lower(login)", unique = true)
  record Login(@Id long id, String login) {}

  @Entity
  record Transfer(
      @Id long id,
      @Relation Person sender,
      @Relation Person receiver,
      BigDecimal amount,
      List<String> notes) {}
}
