package dev.varve.processor.read;

import com.palantir.javapoet.ClassName;
import dev.varve.processor.Message;
import dev.varve.schema.Column;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds entities of which none can be the first. */
final class CycleRules {
  private final Problems problems;

  CycleRules(Problems problems) {
    this.problems = problems;
  }

  /** Checks relations by record, then foreign keys. */
  void check(List<TableDraft> drafts, Kept kept) {
    checkRecords(drafts);
    checkRows(drafts, kept);
  }

  /** A record can't be constructed if it needs itself, directly or through other records. */
  private void checkRecords(List<TableDraft> drafts) {
    Map<String, List<Edge>> edges = new HashMap<>();
    for (TableDraft draft : drafts) {
      ClassName record = draft.entity().className();
      for (DraftRelation relation : draft.relations) {
        if (relation.binding().byRecord() && !relation.binding().nullable()) {
          String target = relation.binding().target().toString();
          Edge.add(edges, new Edge(record.toString(), target, relation));
        }
      }
    }
    for (List<Edge> cycle : Cycles.in(edges)) {
      Edge first = cycle.get(0);
      DraftRelation relation = first.relation().orElseThrow();
      problems.add(
          Message.RECORD_CYCLE,
          relation.site().place(),
          relation.site().element().getEnclosingElement().getSimpleName().toString(),
          path(cycle),
          relation.binding().target().simpleName());
    }
  }

  /**
   * A row can't be inserted if it needs one of another table that needs it. A row that refers to
   * itself can.
   */
  private void checkRows(List<TableDraft> drafts, Kept kept) {
    Map<String, List<Edge>> edges = new HashMap<>();
    for (TableDraft draft : drafts) {
      for (DraftRelation relation : draft.relations) {
        if (isRequired(draft, relation.binding().key())) {
          Edge.add(edges, edge(draft.name(), relation.binding().key(), Optional.of(relation)));
        }
      }
    }
    for (Table table : kept.schema().tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (isRequired(table, key)) {
          Edge.add(edges, edge(table.name(), key, Optional.empty()));
        }
      }
    }
    for (List<Edge> cycle : Cycles.in(edges)) {
      report(cycle);
    }
  }

  private static Edge edge(QualifiedName from, ForeignKey key, Optional<DraftRelation> relation) {
    return new Edge(from.toString(), key.target().toString(), relation);
  }

  private void report(List<Edge> cycle) {
    boolean byRecord = true;
    for (Edge edge : cycle) {
      byRecord &= edge.relation().isPresent() && edge.relation().get().binding().byRecord();
    }
    for (Edge edge : cycle) {
      if (!byRecord && edge.relation().isPresent()) {
        DraftRelation relation = edge.relation().get();
        problems.add(
            Message.NOT_NULL_CYCLE,
            relation.site().place(relation.mark()),
            edge.from(),
            path(cycle));
        return;
      }
    }
  }

  private static boolean isRequired(TableDraft draft, ForeignKey key) {
    boolean required = !key.deferrable() && !key.target().equals(draft.name());
    for (String name : key.columns()) {
      DraftColumn column = draft.column(name);
      required &= column != null && !column.column().nullable();
    }
    return required;
  }

  private static boolean isRequired(Table table, ForeignKey key) {
    boolean required = !key.deferrable() && !key.target().equals(table.name());
    for (String name : key.columns()) {
      Optional<Column> column = table.column(name);
      required &= column.isPresent() && !column.get().nullable();
    }
    return required;
  }

  private static String path(List<Edge> cycle) {
    List<String> steps = new ArrayList<>(cycle.size());
    for (Edge edge : cycle) {
      steps.add(
          edge.relation().isPresent()
              ? edge.relation().get().display() + " needs " + simple(edge.to())
              : edge.from() + " needs " + edge.to());
    }
    return String.join(", ", steps);
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
