package names.b;

import dev.varve.Entity;
import dev.varve.Id;

/** A name that generated code has a use for. */
@Entity(table = "t_override")
public record Override(@Id long id, java.lang.String name) {}
