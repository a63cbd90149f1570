package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.schema.Index;
import java.util.List;
import java.util.Set;

/** What indexes may be, by PostgreSQL's access methods. */
final class IndexRules {
  private static final Set<String> METHODS =
      Set.of("btree", "hash", "gin", "gist", "spgist", "brin");

  private final Problems problems;

  IndexRules(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks what {@code CREATE INDEX} would refuse (<a
   * href="https://www.postgresql.org/docs/current/indexam.html">amcanunique, amcaninclude,
   * amcanorder, amcanmulticol</a>).
   */
  void check(Site site, Mark mark, Index index) {
    String method = index.method().isEmpty() ? "btree" : index.method();
    if (method.equals("btree")) {
      return;
    }
    if (!METHODS.contains(method)) {
      unknown(site, mark, method);
      return;
    }
    if (index.unique()) {
      refuse(site, mark, "unique", method, "unique indexes");
    }
    if (!index.include().isEmpty() && !Set.of("gist", "spgist").contains(method)) {
      refuse(site, mark, "include", method, "columns beside its key");
    }
    if (index.parts().size() > 1 && Set.of("hash", "spgist").contains(method)) {
      refuse(site, mark, "columns", method, "several columns");
    }
    if (isDescending(index.parts())) {
      refuse(site, mark, "order", method, "an order");
    }
  }

  private void unknown(Site site, Mark mark, String method) {
    String nearest = Suggestion.nearest(method, METHODS);
    if (!nearest.isEmpty()) {
      problems.add(Message.UNKNOWN_INDEX_METHOD, site.place(mark, "using"), method, nearest);
    }
  }

  private void refuse(Site site, Mark mark, String value, String method, String what) {
    problems.add(Message.INDEX_METHOD, site.place(mark, value), method, what);
  }

  private static boolean isDescending(List<Index.Part> parts) {
    for (Index.Part part : parts) {
      if (part.descending()) {
        return true;
      }
    }
    return false;
  }
}
