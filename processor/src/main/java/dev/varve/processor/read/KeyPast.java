package dev.varve.processor.read;

import dev.varve.schema.ColumnName;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns that are named after the key that they refer to are renamed with it: {@code customer_id}
 * becomes {@code customer_number} with {@code Customer.id}.
 */
final class KeyPast {
  private final Map<ColumnName, List<Referring>> byTarget = new HashMap<>();

  /** What columns may have been called by their own annotations. */
  private final Map<ColumnName, List<String>> own = new HashMap<>();

  private KeyPast() {}

  /** A column that refers to a key. */
  private record Referring(ColumnName column, String role) {}

  /** Lets each clause that renames a key's column rename those that refer to it too. */
  static void addReferring(List<TableDraft> drafts, List<Clause> clauses) {
    boolean any = false;
    for (Clause clause : clauses) {
      any |= !clause.says().renamedColumns().isEmpty();
    }
    if (!any) {
      return;
    }
    KeyPast past = new KeyPast();
    for (TableDraft draft : drafts) {
      past.note(draft);
    }
    for (Clause clause : clauses) {
      past.own.putAll(clause.says().renamedColumns());
    }
    clauses.replaceAll(past::extended);
  }

  private void note(TableDraft draft) {
    for (DraftRelation relation : draft.relations) {
      note(draft.name(), relation.binding().key());
    }
    for (DraftJunction junction : draft.junctions) {
      for (ForeignKey key : junction.binding().table().foreignKeys()) {
        note(junction.binding().table().name(), key);
      }
    }
  }

  private void note(QualifiedName table, ForeignKey key) {
    for (int i = 0; i < key.columns().size(); i++) {
      String column = key.columns().get(i);
      String target = key.targetColumns().get(i);
      if (column.endsWith('_' + target)) {
        String role = column.substring(0, column.length() - target.length() - 1);
        byTarget
            .computeIfAbsent(new ColumnName(key.target(), target), any -> new ArrayList<>())
            .add(new Referring(new ColumnName(table, column), role));
      }
    }
  }

  private Clause extended(Clause clause) {
    if (clause.says().renamedColumns().isEmpty()) {
      return clause;
    }
    ClauseDraft said = new ClauseDraft();
    said.add(clause.says());
    List<ColumnName> open = new ArrayList<>(said.renamedColumns.keySet());
    for (int i = 0; i < open.size(); i++) {
      List<String> former = said.renamedColumns.get(open.get(i));
      for (Referring referring : byTarget.getOrDefault(open.get(i), List.of())) {
        if (!said.renamedColumns.containsKey(referring.column())) {
          said.renamedColumns.put(
              referring.column(), former(roles(referring, open.get(i)), former));
          open.add(referring.column());
        }
      }
    }
    return new Clause(clause.place(), clause.display(), said.agreements());
  }

  /** What stands before the key's name, now and where the column's component was renamed too. */
  private List<String> roles(Referring referring, ColumnName target) {
    List<String> roles = new ArrayList<>();
    for (String name : own.getOrDefault(referring.column(), List.of())) {
      if (name.endsWith('_' + target.column())) {
        roles.add(name.substring(0, name.length() - target.column().length() - 1));
      }
    }
    roles.add(referring.role());
    return roles;
  }

  private static List<String> former(List<String> roles, List<String> names) {
    Set<String> all = new LinkedHashSet<>();
    for (String role : roles) {
      for (String name : names) {
        all.add(role + '_' + Names.snakeCase(name));
      }
    }
    return new ArrayList<>(all);
  }
}
