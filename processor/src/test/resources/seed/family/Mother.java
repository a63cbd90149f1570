package family;

import dev.varve.Entity;
import dev.varve.Id;

@Entity
public record Mother(@Id long id, String name) {}
