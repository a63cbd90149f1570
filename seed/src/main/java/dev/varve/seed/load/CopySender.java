package dev.varve.seed.load;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends the rows of a table by COPY. */
final class CopySender {
  /** What is collected before it is sent. */
  private static final int BUFFER = 1 << 16;

  /** Where the server says which line it refused: {@code COPY orders, line 17, column total: …}. */
  private static final Pattern LINE = Pattern.compile("COPY .*?, line (\\d+)");

  private final Object driver;
  private final LoadTable table;

  CopySender(Object driver, LoadTable table) {
    this.driver = driver;
    this.table = table;
  }

  long send(RowSource rows) throws SQLException {
    String sql = "COPY " + table.name().postgres() + " (" + table.names() + ") FROM STDIN";
    PostgresDriver.Copy copy = PostgresDriver.copy(driver, sql);
    try {
      long count = send(rows, copy);
      copy.end();
      return count;
    } catch (SQLException e) {
      cancel(copy, e);
      throw new LoadException(table.name(), line(e), Refusal.of(e), e);
    } catch (RuntimeException | Error e) {
      cancel(copy, e);
      throw e;
    }
  }

  private long send(RowSource rows, PostgresDriver.Copy copy) throws SQLException {
    @Nullable Object[] cells = new Object[table.columns().size()];
    StringBuilder text = new StringBuilder(BUFFER + BUFFER / 4);
    long count = 0;
    while (rows.next(cells)) {
      CopyText.row(table.columns(), cells, text);
      count++;
      if (text.length() >= BUFFER) {
        Interrupts.check(table.name());
        copy.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
      }
    }
    if (text.length() > 0) {
      copy.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return count;
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
