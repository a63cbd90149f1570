package names.b;

import dev.varve.Entity;
import dev.varve.Id;

/** A name that generated code has a use for. */
@Entity(table = "t_class")
public record Class(@Id long id, java.lang.String name) {}
