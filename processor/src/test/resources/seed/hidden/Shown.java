package hidden;

import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;

/** Everybody can name it. */
@Entity
public record Shown(@Id long id, @Relation(Secret.class) long secretId) {}
