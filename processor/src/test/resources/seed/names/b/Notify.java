package names.b;

import dev.varve.Entity;
import dev.varve.Id;

/** A name that generated code has a use for. */
@Entity(table = "t_notify")
public record Notify(@Id long id, java.lang.String name) {}
