package names.b;

import dev.varve.Entity;
import dev.varve.Id;

/** A name that generated code has a use for. */
@Entity(table = "t_rowseed")
public record RowSeed(@Id long id, java.lang.String name) {}
