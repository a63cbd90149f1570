package dev.varve.seed.rich;

import dev.varve.seed.load.IdRequest;
import dev.varve.seed.load.Ids;
import dev.varve.seed.load.Loader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The keys that rows of a chunk take from the counters of their tables. */
final class NewKeys {
  private final List<Chunk.Part> parts = new ArrayList<>();
  private final List<IdRequest> requests = new ArrayList<>();
  private final List<Given> given = new ArrayList<>();

  /** The greatest key that a row of a table was given. */
  private record Given(PlanTable table, long key) {}

  NewKeys(List<Chunk.Part> parts) {
    for (Chunk.Part part : parts) {
      if (part.run().table.identity >= 0) {
        add(part);
      }
    }
  }

  private void add(Chunk.Part part) {
    PlanTable table = part.run().table;
    long greatest = 0;
    int missing = 0;
    for (PlanRow row : part.rows()) {
      if (row.cells[table.identity] instanceof Long key) {
        greatest = Math.max(greatest, key);
      } else {
        missing++;
      }
    }
    if (greatest > 0) {
      given.add(new Given(table, greatest));
    }
    if (missing > 0) {
      parts.add(part);
      PlanColumn column = table.columns.get(table.identity);
      requests.add(new IdRequest(table.name, column.name(), column.type(), missing));
    }
  }

  private static String column(PlanTable table) {
    return table.columns.get(table.identity).name();
  }

  /** Takes them, of all tables at once. */
  List<Ids> reserve(Loader loader) throws SQLException {
    for (Given each : given) {
      loader.advance(each.table.name, column(each.table), each.key);
    }
    return requests.isEmpty() ? List.of() : loader.reserve(requests);
  }

  /** Gives the rows what was reserved. */
  void give(List<Ids> reserved) {
    Iterator<Ids> each = reserved.iterator();
    for (Chunk.Part part : parts) {
      int identity = part.run().table.identity;
      Ids ids = each.next();
      int next = 0;
      for (PlanRow row : part.rows()) {
        if (!(row.cells[identity] instanceof Long)) {
          row.cells[identity] = ids.at(next++);
        }
      }
    }
  }
}
