package dev.varve.seed.load;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A loader that tells how far it is. */
public final class WatchedLoader implements Loader {
  private static final int EVERY = 10_000;

  private final Loader loader;
  private final Progress progress;
  private final Map<TableName, Long> sent = new HashMap<>();

  /**
   * Wraps a loader.
   *
   * @param loader does the work
   * @param progress is told after every 10,000 rows of a table and at the end of each call; what it
   *     throws ends the call
   */
  public WatchedLoader(Loader loader, Progress progress) {
    this.loader = loader;
    this.progress = progress;
  }

  @Override
  public long load(LoadTable table, RowSource rows) throws SQLException {
    long[] count = {sent.getOrDefault(table.name(), 0L)};
    long loaded = loader.load(table, counted(table, rows, count));
    done(table, count[0]);
    return loaded;
  }

  @Override
  public Shipment encode(LoadTable table, RowSource rows) {
    Shipment shipment = loader.encode(table, rows);
    return () -> {
      long before = sent.getOrDefault(table.name(), 0L);
      long count = shipment.send();
      for (long next = before - before % EVERY + EVERY; next <= before + count; next += EVERY) {
        progress.sent(table.name(), next, false);
      }
      done(table, before + count);
      return count;
    };
  }

  @Override
  public void upsert(Conflict into, RowSource rows) throws SQLException {
    LoadTable table = into.table();
    long[] count = {sent.getOrDefault(table.name(), 0L)};
    loader.upsert(into, counted(table, rows, count));
    done(table, count[0]);
  }

  private RowSource counted(LoadTable table, RowSource rows, long[] count) {
    return cells -> {
      boolean more = rows.next(cells);
      if (more && ++count[0] % EVERY == 0) {
        progress.sent(table.name(), count[0], false);
      }
      return more;
    };
  }

  private void done(LoadTable table, long count) {
    sent.put(table.name(), count);
    progress.sent(table.name(), count, true);
  }

  @Override
  public int run(String sql, List<Cell> cells) throws SQLException {
    return loader.run(sql, cells);
  }

  @Override
  public List<Ids> reserve(List<IdRequest> requests) throws SQLException {
    return loader.reserve(requests);
  }

  @Override
  public void advance(TableName table, String column, long used) throws SQLException {
    loader.advance(table, column, used);
  }
}
