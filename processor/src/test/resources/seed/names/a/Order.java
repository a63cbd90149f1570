package names.a;

import dev.varve.Entity;
import dev.varve.Id;

/** One of two of its name. */
@Entity(table = "a_orders")
public record Order(@Id long id, String given, String set, int target, String values) {}
