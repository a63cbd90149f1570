package names.b;

import dev.varve.Embedded;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;

/** The other one. */
@Entity(table = "b_orders")
public record Order(
    @Id long id,
    @Relation names.a.Order order,
    @Relation(names.b.Class.class) long classId,
    @Embedded Wrap w,
    java.lang.String add) {
  /** Its component's setter would be {@code wait}. */
  public record Wrap(long ait, java.lang.String java, java.lang.String dev) {}
}
