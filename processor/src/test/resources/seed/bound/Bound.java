package bound;

import dev.varve.Default;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import dev.varve.Unique;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Tables whose rows bind each other: by a column that two relations have, and one to one. */
public interface Bound {
  @Entity
  record Tenant(@Id long id, String name) {}

  @Entity
  record Booking(@Id @Relation(Tenant.class) long tenantId, @Id int number, String text) {}

  @Entity
  @Relation(
      value = Booking.class,
      columns = {"tenantId", "bookingNumber"})
  record Seat(@Id long id, @Relation(Tenant.class) long tenantId, int bookingNumber) {}

  @Entity
  record Badge(@Id @Relation Tenant tenant, String text) {}

  @Entity
  record Photo(@Id long id, @Unique @Relation Badge badge) {}

  @Entity
  @Unique(columns = {"name", "day"})
  record Shift(@Id long id, String name, @Default("current_date") LocalDate day) {}

  @Entity
  record Term(@Id long id, @Unique Period length) {}

  @Entity
  record Picture(@Id long id, @Relation Tenant tenant) {}

  @Entity
  record Room(
      @Id @Relation(Tenant.class) long tenantId,
      @Id int number,
      @Unique @Relation Picture picture) {}

  @Entity
  @Relation(
      value = Room.class,
      columns = {"tenantId", "roomNumber"})
  @Unique(columns = {"tenantId", "roomNumber"})
  record Chair(@Id long id, @Relation(Tenant.class) long tenantId, int roomNumber) {}

  @Entity
  @Relation(
      value = Room.class,
      columns = {"tenantId", "roomNumber"})
  record Lamp(@Id long id, @Relation(Tenant.class) long tenantId, int roomNumber) {}

  @Entity
  record Member(@Id long id, @Relation List<Card> cards) {}

  @Entity
  record Card(@Id @Relation Member owner) {}
}
