package family;

import dev.varve.Check;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;

/** Two ways to the same, and a value that can't be invented. */
@Entity
public record Letter(
    @Id long id,
    @Relation Mother from,
    @Relation(Mother.class) long toId,
    @Check("abs({}) = {}") int stamp) {}
