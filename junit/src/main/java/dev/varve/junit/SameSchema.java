package dev.varve.junit;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.opentest4j.AssertionFailedError;

/** That migrations and {@code schema.sql} make the same database. */
final class SameSchema {
  private SameSchema() {}

  static void check(DatabaseFiles files, Supplier<DataSource> empty) throws SQLException {
    DataSource loaded = empty.get();
    new Content(files, false, Baseline.None.class).fill(loaded);
    DataSource migrated = empty.get();
    new Content(files, true, Baseline.None.class).fill(migrated);
    List<String> differences =
        Catalogs.between(Catalogs.read(loaded), Catalogs.read(migrated), migrated);
    if (!differences.isEmpty()) {
      throw new AssertionFailedError(
          "the migrations of \""
              + files.name()
              + "\" don't lead to what schema.sql says:\n  "
              + String.join("\n  ", differences)
              + "\nA migration was changed by hand, or makes what no record says. Compile, look at"
              + " the draft, and correct the one or the other");
    }
  }
}
