package hidden;

import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import org.jspecify.annotations.Nullable;

/** Nobody outside of the package can name it. */
@Entity
record Secret(@Id long id, @Relation @Nullable Secret next, Wrap wrap) {
  record Wrap(String value) {}
}
