package dev.varve.schema.change;

import dev.varve.schema.Schema;
import java.util.List;

/** What changes make of a schema. */
public final class Changes {
  private Changes() {}

  /**
   * The schema that {@code changes} make of {@code schema}.
   *
   * @throws IllegalArgumentException if a change doesn't fit: what it changes isn't there, or isn't
   *     as it says
   */
  public static Schema apply(Schema schema, List<Change> changes) {
    SchemaEdit edit = new SchemaEdit(schema);
    apply(edit, changes);
    return edit.schema();
  }

  static void apply(SchemaEdit schema, List<? extends Change> changes) {
    Application application = new Application(schema);
    for (Change change : changes) {
      String misfit = change.accept(application);
      if (!misfit.isEmpty()) {
        throw new IllegalArgumentException(misfit + ": " + change);
      }
    }
  }
}
