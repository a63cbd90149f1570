package dev.varve.seed.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows to a script: the same rows by the same encoders as to a database. */
public final class FileLoader implements Loader {
  /** What is written in a statement, so that no reader has to hold much. */
  private static final int ROWS = 500;

  private final ScriptFormat format;
  private final Writer out;
  private final long firstId;
  private final Map<Counter, Long> counters = new LinkedHashMap<>();

  /**
   * A loader that writes a script's statements.
   *
   * @param format the script's language
   * @param out where it goes; stays open
   * @param firstId the first key of each table
   */
  public FileLoader(ScriptFormat format, Writer out, long firstId) {
    this.format = format;
    this.out = out;
    this.firstId = firstId;
  }

  /** A column that counts. */
  private record Counter(TableName table, String column) {}

  /** Writes what comes before all rows. */
  public void begin() {
    write(format.begin);
  }

  /** Writes what comes after all rows: moves the sequences past the keys that rows have. */
  public void end() {
    counters.forEach(
        (counter, next) -> write(format.moved(counter.table(), counter.column(), next - 1)));
    write(format.end);
  }

  @Override
  public long load(LoadTable table, RowSource rows) {
    @Nullable Object[] cells = new Object[table.columns().size()];
    StringBuilder text = new StringBuilder();
    long count = 0;
    while (rows.next(cells)) {
      boolean first = table.together() || format.isCopy ? count == 0 : count % ROWS == 0;
      if (first && count > 0) {
        text.append(format.close);
      }
      text.append(first ? format.open(table) : format.between);
      format.row(table.columns(), cells, text);
      count++;
      if (text.length() > 1 << 16) {
        Interrupts.check(table.name());
        write(text);
        text.setLength(0);
      }
    }
    if (count > 0) {
      write(text.append(format.close));
    }
    return count;
  }

  /** In one INSERT in every format, since COPY updates nothing. */
  @Override
  public void upsert(Conflict into, RowSource rows) {
    LoadTable table = into.table();
    @Nullable Object[] cells = new Object[table.columns().size()];
    StringBuilder text = new StringBuilder(format.open(into));
    String comma = "";
    while (rows.next(cells)) {
      text.append(comma);
      format.literals.row(table.columns(), cells, text);
      comma = ",\n";
    }
    if (!comma.isEmpty()) {
      write(
          text.append('\n')
              .append(into.clause(format == ScriptFormat.SQLITE).trim())
              .append(";\n"));
    }
  }

  @Override
  public int run(String sql, List<Cell> cells) {
    write(format.literals.filled(sql, cells) + ";\n");
    return 0;
  }

  @Override
  public List<Ids> reserve(List<IdRequest> requests) {
    List<Ids> all = new ArrayList<>();
    for (IdRequest request : requests) {
      Counter counter = new Counter(request.table(), request.column());
      long next = counters.getOrDefault(counter, firstId);
      counters.put(counter, next + request.count());
      all.add(Ids.range(next, request.count()));
    }
    return all;
  }

  @Override
  public void advance(TableName table, String column, long used) {
    counters.merge(new Counter(table, column), used + 1, Math::max);
  }

  private void write(CharSequence text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
