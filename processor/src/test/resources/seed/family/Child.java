package family;

import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;

@Entity
public record Child(@Id long id, @Relation Mother mother) {}
