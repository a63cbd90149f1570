package dev.varve.seed.load;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends the rows of a table by COPY. */
final class CopySender {
  /** Where the server says which line it refused: {@code COPY orders, line 17, column total: …}. */
  private static final Pattern LINE = Pattern.compile("COPY .*?, line (\\d+)");

  private final Object driver;
  private final LoadTable table;

  CopySender(Object driver, LoadTable table) {
    this.driver = driver;
    this.table = table;
  }

  /** Sends rows while they are encoded. */
  long send(RowSource rows) throws SQLException {
    CopyBuffers buffers = new CopyBuffers(table, rows);
    send(buffers::next);
    return buffers.rows();
  }

  /** Encodes rows. */
  Shipment encode(RowSource rows) {
    CopyBuffers buffers = new CopyBuffers(table, rows);
    Queue<byte[]> encoded = new ArrayDeque<>();
    for (byte[] next = buffers.next(); next != null; next = buffers.next()) {
      encoded.add(next);
    }
    return () -> {
      send(encoded::poll);
      return buffers.rows();
    };
  }

  private void send(Supplier<byte @Nullable []> buffers) throws SQLException {
    String sql = "COPY " + table.name().postgres() + " (" + table.names() + ") FROM STDIN";
    PostgresDriver.Copy copy = PostgresDriver.copy(driver, sql);
    try {
      for (byte[] next = buffers.get(); next != null; next = buffers.get()) {
        Interrupts.check(table.name());
        copy.write(next);
      }
      copy.end();
    } catch (SQLException e) {
      cancel(copy, e);
      throw new LoadException(table.name(), line(e), Refusal.of(e), e);
    } catch (RuntimeException | Error e) {
      cancel(copy, e);
      throw e;
    }
  }

  private static void cancel(PostgresDriver.Copy copy, Throwable cause) {
    try {
      copy.cancel();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static long line(SQLException e) {
    Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
    return line.find() ? Long.parseLong(line.group(1)) - 1 : -1;
  }
}
