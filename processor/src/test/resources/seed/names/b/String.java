package names.b;

import dev.varve.Entity;
import dev.varve.Id;

/** A name that generated code has a use for. */
@Entity(table = "t_string")
public record String(@Id long id, java.lang.String name) {}
