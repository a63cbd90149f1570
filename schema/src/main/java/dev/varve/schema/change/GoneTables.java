package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Question.TableGone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks for the tables that are gone. */
final class GoneTables {
  /** Below that, tables have too little in common to be taken for one. */
  private static final int ALIKE = 40;

  private final TablePairs tables;
  private final Agreements agreements;
  private final Uses uses;

  GoneTables(TablePairs tables, Agreements agreements, Uses uses) {
    this.tables = tables;
    this.agreements = agreements;
    this.uses = uses;
  }

  void ask(List<Question> questions) {
    Set<QualifiedName> agreed = agreed();
    for (Table table : tables.gone) {
      if (!agreed.contains(table.name()) && !isJunctionOf(table, agreed)) {
        questions.add(new TableGone(table.name(), table.origin(), candidates(table)));
      }
    }
  }

  private Set<QualifiedName> agreed() {
    Set<QualifiedName> agreed = new HashSet<>();
    TableNames names = new TableNames(new Schema(List.of(), tables.gone));
    for (String written : agreements.removedTables()) {
      List<QualifiedName> found = names.of(written, "");
      if (!found.isEmpty()) {
        agreed.add(found.get(0));
        uses.removedTables.add(written);
      }
    }
    return agreed;
  }

  /** The rows of a junction table go with the rows that they join. */
  private static boolean isJunctionOf(Table table, Set<QualifiedName> agreed) {
    if (table.origin().indexOf('#') >= 0) {
      for (ForeignKey key : table.foreignKeys()) {
        if (agreed.contains(key.target())) {
          return true;
        }
      }
    }
    return false;
  }

  private List<QualifiedName> candidates(Table gone) {
    List<Table> candidates = new ArrayList<>();
    for (Table table : tables.added) {
      boolean junction = table.origin().indexOf('#') >= 0;
      if (junction == gone.origin().indexOf('#') >= 0 && likeness(gone, table) >= ALIKE) {
        candidates.add(table);
      }
    }
    candidates.sort(
        Comparator.<Table>comparingInt(table -> -likeness(gone, table)).thenComparing(Table::name));
    List<QualifiedName> names = new ArrayList<>();
    candidates.forEach(table -> names.add(table.name()));
    return names;
  }

  /** The same record, else the share of columns they have in common, or the names' likeness. */
  private static int likeness(Table one, Table other) {
    if (!one.origin().isEmpty() && one.origin().equals(other.origin())) {
      return 200;
    }
    int same = 0;
    for (Column column : one.columns()) {
      Column counterpart = other.column(column.name()).orElse(null);
      same += counterpart != null && counterpart.type().equals(column.type()) ? 1 : 0;
    }
    int most = Math.max(1, Math.max(one.columns().size(), other.columns().size()));
    return Math.max(100 * same / most, Likeness.of(one.name().name(), other.name().name()));
  }
}
