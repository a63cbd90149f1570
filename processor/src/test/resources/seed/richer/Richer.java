package richer;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Default;
import dev.varve.Embedded;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import dev.varve.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Some of the tables of {@code rich} a release later: a column, a table, a constant more. */
public interface Richer {
  enum Tier {
    TRIAL,
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

  @Entity
  record Note(@Id long id, @Relation Customer customer, @Column(length = 200) String text) {}

  @Entity
  record Tenant(@Id long id, String name) {}

  record Address(String street, String city, @Nullable @Column(length = 10) String zip) {}

  @Entity
  @Unique(columns = {"tenantId", "email"})
  record Customer(
      @Id @Relation(Tenant.class) long tenantId,
      @Id int number,
      @Column(length = 40) String nickname,
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
      @Nullable LocalDate due) {}

  @Entity
  record Line(
      @Id long id, @Relation Order order, @Relation Product product, @Check("{} > 0") int quantity) {}
}
