package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.schema.Check;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.UniqueKey;
import java.util.Locale;
import java.util.Set;

/** What names may be: those that people give, and those that come from Java's. */
final class NameRules {
  /**
   * PostgreSQL's own columns of each table (<a
   * href="https://www.postgresql.org/docs/current/ddl-system-columns.html">System Columns</a>).
   */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  /** Where the applier keeps what it has done. */
  private static final Set<String> HISTORY = Set.of("_varve_migrations", "_varve_backfills");

  private final Settings settings;
  private final Problems problems;

  NameRules(Settings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** Checks the names in a table. */
  void check(TableDraft draft) {
    checkTable(draft.name(), TablePlaces.name(draft), TablePlaces.schema(draft));
    for (DraftColumn column : draft.columns()) {
      checkColumn(column);
    }
    for (DraftJunction junction : draft.junctions) {
      Place place = TablePlaces.name(junction);
      checkTable(junction.binding().table().name(), place, place);
    }
    for (Placed<UniqueKey> key : draft.uniqueKeys) {
      checkName(key.value().name(), key.place());
    }
    for (Placed<Index> index : draft.indexes) {
      checkName(index.value().name(), index.place());
    }
    for (Placed<Check> check : draft.checks) {
      checkName(check.value().name(), check.place());
    }
  }

  /** Checks the name and the values of an enum type; PostgreSQL keeps as much of both. */
  void check(Placed<EnumType> type) {
    checkName(type.value().name().name(), type.place());
    for (String value : type.value().values()) {
      checkName(value, type.place());
    }
  }

  private void checkTable(QualifiedName table, Place place, Place schemaPlace) {
    boolean good = checkName(table.name(), place) && checkPoint(table.name(), place);
    if (!table.schema().isEmpty()) {
      good &= checkName(table.schema(), schemaPlace) && checkPoint(table.schema(), schemaPlace);
    }
    if (!good) {
      return;
    }
    String lower = flat(table).toLowerCase(Locale.ROOT);
    if (settings.dialects().contains(Dialect.SQLITE) && lower.startsWith("sqlite_")) {
      problems.add(Message.RESERVED_NAME, place, "SQLite", flat(table));
    } else if (HISTORY.contains(table.name())) {
      problems.add(Message.RESERVED_NAME, place, "Varve", table.name());
    } else if (table.schema().startsWith("pg_")) {
      problems.add(Message.RESERVED_NAME, schemaPlace, "PostgreSQL", table.schema());
    }
  }

  private void checkColumn(DraftColumn column) {
    Place place = TablePlaces.name(column.component());
    String name = column.name();
    if (!checkName(name, place)) {
      return;
    }
    if (SYSTEM_COLUMNS.contains(name) && settings.dialects().contains(Dialect.POSTGRESQL)) {
      problems.add(Message.RESERVED_NAME, place, "PostgreSQL", name);
    }
  }

  private boolean checkPoint(String name, Place place) {
    if (name.indexOf('.') < 0) {
      return true;
    }
    problems.add(Message.BAD_NAME, place, name, "a point");
    return false;
  }

  private boolean checkName(String name, Place place) {
    if (name.isBlank()) {
      problems.add(Message.EMPTY_NAME, place, name);
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c < ' ' || c == 0x7f) {
        problems.add(
            Message.BAD_NAME, place, printable(name), c == '"' ? "a quote" : "a control character");
        return false;
      }
    }
    int bytes = Names.bytes(name);
    if (bytes > Names.MAX_BYTES) {
      problems.add(Message.NAME_TOO_LONG, place, name, Integer.toString(bytes));
      return false;
    }
    return true;
  }

  private static String printable(String name) {
    StringBuilder printable = new StringBuilder(name);
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      if (c < ' ' || c == 0x7f) {
        printable.setCharAt(i, '?');
      }
    }
    return printable.toString();
  }

  /** The name of a table in a dialect without schemas. */
  static String flat(QualifiedName table) {
    return table.schema().isEmpty() ? table.name() : table.schema() + '_' + table.name();
  }
}
