package dev.varve.junit;

import dev.varve.runtime.format.LockEntry;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** That no change of the records waits for a migration. */
final class Sealed {
  private Sealed() {}

  static void check(DatabaseFiles files) {
    List<String> drafts = new ArrayList<>();
    for (LockEntry entry : files.lock().entries()) {
      if (entry.state() == LockEntry.State.DRAFT) {
        drafts.add(entry.migration().toString());
      }
    }
    if (!drafts.isEmpty()) {
      throw new AssertionFailedError(
          "a change of the database \""
              + files.name()
              + "\" for "
              + files.engine().product()
              + " is not sealed: "
              + String.join(", ", drafts)
              + "; compile with -Avarve.seal=name, or run varve seal name, and commit the db folder");
    }
  }
}
