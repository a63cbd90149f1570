package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Question.RenamedUnknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares a former with a present schema. */
final class Comparer {
  private static final int SUGGESTIONS = 5;

  private final Schema from;
  private final Schema to;
  private final Agreements agreements;
  private final Uses uses = new Uses();
  private final TablePairs tables;
  private final Map<ColumnName, String> columnRenames = new HashMap<>();
  private final Map<QualifiedName, List<ColumnName>> saidOfColumns = new HashMap<>();
  private final List<Question> ofTables = new ArrayList<>();
  private final Map<QualifiedName, List<Question>> ofColumns = new TreeMap<>();

  Comparer(Schema from, Schema to, Agreements agreements) {
    this.from = from;
    this.to = to;
    this.agreements = agreements;
    tables = TablePairs.of(from, to, agreements);
  }

  Comparison comparison() {
    agreements.renamedColumns().keySet().forEach(this::said);
    agreements.removedColumns().forEach(this::said);
    agreements.backfills().keySet().forEach(this::said);
    List<TablePair> changed = changedTables();
    renamedTables();
    new GoneTables(tables, agreements, uses).ask(ofTables);
    for (TablePair pair : changed) {
      columns(pair);
    }
    for (TablePair pair : changed) {
      if (pair.isJunction()) {
        junctionColumns(pair);
      }
    }
    Map<QualifiedName, QualifiedName> types = EnumTypePairs.renames(from, to, changed);
    ColumnFindings findings = new ColumnFindings(from, to, agreements, uses);
    for (TablePair pair : changed) {
      ofColumns
          .computeIfAbsent(pair.present.name(), name -> new ArrayList<>())
          .addAll(findings.questions(pair));
    }
    return comparison(types, findings);
  }

  private void said(ColumnName column) {
    saidOfColumns.computeIfAbsent(column.table(), table -> new ArrayList<>()).add(column);
  }

  private Comparison comparison(Map<QualifiedName, QualifiedName> types, ColumnFindings findings) {
    EnumTypeChanges enums = EnumTypeChanges.of(from, to, types, agreements, uses);
    Renames renames = new Renames(tables.renames, columnRenames, types, enums.renamed());
    List<Question> questions = new ArrayList<>(ofTables);
    ofColumns.values().forEach(questions::addAll);
    questions.addAll(findings.goneValues());
    Evolution evolution =
        new Evolution(
            from,
            to,
            renames,
            findings.fills(),
            enums.replaced(),
            agreements.irreversible(),
            Differ.changes(from, to, renames, findings.fills(), enums.replaced()));
    return new Comparison(evolution, questions, uses.spent(agreements));
  }

  /** The tables of which anything has changed or is said. */
  private List<TablePair> changedTables() {
    boolean values = !agreements.renamedValues().isEmpty() || !agreements.removedValues().isEmpty();
    Set<QualifiedName> types = new HashSet<>();
    Map<QualifiedName, EnumType> former = new HashMap<>();
    from.enumTypes().forEach(type -> former.put(type.name(), type));
    for (EnumType type : to.enumTypes()) {
      EnumType old = former.get(type.name());
      if (old != null && !old.values().equals(type.values())) {
        types.add(type.name());
      }
    }
    List<TablePair> changed = new ArrayList<>();
    for (TablePair pair : tables.pairs) {
      if (values
          || !pair.former.columns().equals(pair.present.columns())
          || saidOfColumns.containsKey(pair.present.name())
          || !types.isEmpty() && uses(pair.present, types)) {
        changed.add(pair);
      }
    }
    return changed;
  }

  private static boolean uses(Table table, Set<QualifiedName> types) {
    for (Column column : table.columns()) {
      ColumnType type = column.type() instanceof Array array ? array.element() : column.type();
      if (type instanceof NativeEnum nativeEnum && types.contains(nativeEnum.type())) {
        return true;
      }
    }
    return false;
  }

  private void renamedTables() {
    uses.renamedTables.addAll(tables.renames.values());
    for (Table table : tables.added) {
      List<String> written = agreements.renamedTables().get(table.name());
      if (written != null) {
        uses.renamedTables.add(table.name());
        List<String> known = new ArrayList<>();
        for (Table one : tables.gone.isEmpty() ? from.tables() : tables.gone) {
          known.add(one.name().toString());
        }
        ofTables.add(
            new RenamedUnknown(
                new ColumnName(table.name(), ""),
                written,
                Likeness.best(written.get(0), known, SUGGESTIONS)));
      }
    }
  }

  private void columns(TablePair pair) {
    List<ColumnName> said = saidOfColumns.getOrDefault(pair.present.name(), List.of());
    Map<String, List<String>> candidates = new TreeMap<>();
    for (ColumnName column : said) {
      List<String> written = agreements.renamedColumns().get(column);
      if (written != null) {
        candidates.put(column.column(), written);
      }
    }
    pair.renames.putAll(
        Claims.resolve(candidates, TablePair.names(pair.former), TablePair.names(pair.present)));
    remember(pair);
  }

  private void remember(TablePair pair) {
    pair.renames.forEach(
        (old, name) -> {
          columnRenames.put(new ColumnName(pair.former.name(), old), name);
          uses.renamedColumns.add(new ColumnName(pair.present.name(), name));
        });
  }

  private void junctionColumns(TablePair pair) {
    Renames names = new Renames(tables.renames, columnRenames, Map.of(), Map.of());
    Set<String> former = TablePair.names(pair.former);
    Set<String> present = TablePair.names(pair.present);
    JunctionTables.columns(pair, names)
        .forEach(
            (old, name) -> {
              boolean free = !pair.renames.containsKey(old) && !pair.renames.containsValue(name);
              if (free && !present.contains(old) && !former.contains(name)) {
                pair.renames.put(old, name);
              }
            });
    remember(pair);
  }
}
