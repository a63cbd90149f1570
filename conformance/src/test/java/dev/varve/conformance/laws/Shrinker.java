package dev.varve.conformance.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Makes a pair smaller as long as it still breaks the law, by taking away one thing at a time. */
final class Shrinker {
  private final Predicate<Pair> fails;
  private int left;

  /**
   * @param fails whether a pair still breaks the law
   * @param tries how often to ask
   */
  Shrinker(Predicate<Pair> fails, int tries) {
    this.fails = fails;
    this.left = tries;
  }

  Pair shrunk(Pair pair) {
    Pair smallest = pair;
    boolean smaller = true;
    while (smaller && left > 0) {
      smaller = false;
      for (Edit edit : edits(smallest)) {
        Pair candidate = edit.of(smallest);
        if (candidate != null && left-- > 0 && fails.test(candidate)) {
          smallest = candidate;
          smaller = true;
        }
      }
    }
    return smallest;
  }

  /** Something that can be taken away from both ends. */
  private interface Edit {
    /** The smaller pair; null: there is nothing to take away, or what's left is no schema. */
    Pair of(Pair pair);
  }

  private static Edit edit(BiConsumer<Sketch, Sketch> change) {
    return pair -> {
      Sketch from = pair.from().copy();
      Sketch to = pair.to().copy();
      change.accept(from, to);
      shareEnums(from, to);
      shareEnums(to, from);
      String before = pair.from().schema() + "" + pair.to().schema();
      return Repair.repair(from)
              && Repair.repair(to)
              && !(from.schema() + "" + to.schema()).equals(before)
          ? pair.with(from, to)
          : null;
    };
  }

  /** A column that was taken over needs its enum too. */
  private static void shareEnums(Sketch from, Sketch to) {
    for (TableSketch table : to.tables.values()) {
      for (ColumnSketch column : table.columns) {
        EnumSketch type = from.enums.get(column.type.enumeration());
        if (type != null) {
          to.enums.putIfAbsent(type.id, type.copy());
        }
      }
    }
  }

  private static List<Edit> edits(Pair pair) {
    List<Edit> edits = new ArrayList<>();
    for (int rows = 0; rows < pair.rows(); rows++) {
      int fewer = rows;
      edits.add(one -> fewer < one.rows() ? one.withRows(fewer) : null);
    }
    Set<Integer> tables = new TreeSet<>(pair.from().tables.keySet());
    tables.addAll(pair.to().tables.keySet());
    for (int id : tables) {
      edits.add(
          edit(
              (from, to) -> {
                from.tables.remove(id);
                to.tables.remove(id);
              }));
    }
    for (int id : tables) {
      edits.add(edit((from, to) -> revert(from, to, id)));
      partEdits(pair, id, edits);
    }
    for (int id : pair.from().enums.keySet()) {
      edits.add(
          edit(
              (from, to) -> {
                if (from.enums.containsKey(id) && to.enums.containsKey(id)) {
                  to.enums.put(id, from.enums.get(id).copy());
                }
              }));
    }
    return edits;
  }

  private static void revert(Sketch from, Sketch to, int id) {
    if (!from.tables.containsKey(id)) {
      to.tables.remove(id);
    } else if (!to.tables.containsKey(id)) {
      from.tables.remove(id);
    } else {
      to.tables.put(id, from.tables.get(id).copy());
    }
  }

  private static void partEdits(Pair pair, int table, List<Edit> edits) {
    Set<Integer> columns = new TreeSet<>();
    Set<Integer> parts = new TreeSet<>();
    for (Sketch sketch : List.of(pair.from(), pair.to())) {
      TableSketch one = sketch.tables.get(table);
      if (one != null) {
        one.columns.forEach(column -> columns.add(column.id));
        one.uniques.forEach(part -> parts.add(part.id()));
        one.checks.forEach(part -> parts.add(part.id()));
        one.references.forEach(part -> parts.add(part.id()));
        one.indexes.forEach(part -> parts.add(part.id()));
      }
    }
    for (int id : parts) {
      edits.add(edit((from, to) -> dropPart(from, to, table, id)));
      edits.add(edit((from, to) -> revertPart(from, to, table, id)));
    }
    for (int id : columns) {
      edits.add(edit((from, to) -> dropColumn(from, to, table, id)));
      edits.add(edit((from, to) -> revertColumn(from, to, table, id)));
      edits.add(edit((from, to) -> plain(from, to, table, id)));
    }
    edits.add(
        edit(
            (from, to) -> {
              if (from.tables.containsKey(table) && to.tables.containsKey(table)) {
                to.tables.get(table).name = from.tables.get(table).name;
                to.tables.get(table).origin = from.tables.get(table).origin;
              }
            }));
    edits.add(
        edit(
            (from, to) -> {
              if (from.tables.containsKey(table) && to.tables.containsKey(table)) {
                to.tables.get(table).key = new ArrayList<>(from.tables.get(table).key);
              }
            }));
  }

  private static void each(
      Sketch from, Sketch to, int table, java.util.function.Consumer<TableSketch> change) {
    for (Sketch sketch : List.of(from, to)) {
      TableSketch one = sketch.tables.get(table);
      if (one != null) {
        change.accept(one);
      }
    }
  }

  private static void dropPart(Sketch from, Sketch to, int table, int id) {
    each(from, to, table, one -> remove(one, id));
  }

  private static void remove(TableSketch table, int id) {
    table.uniques.removeIf(part -> part.id() == id);
    table.checks.removeIf(part -> part.id() == id);
    table.references.removeIf(part -> part.id() == id);
    table.indexes.removeIf(part -> part.id() == id);
  }

  private static void revertPart(Sketch from, Sketch to, int table, int id) {
    TableSketch former = from.tables.get(table);
    TableSketch present = to.tables.get(table);
    if (former != null && present != null) {
      remove(present, id);
      former.uniques.stream().filter(part -> part.id() == id).forEach(present.uniques::add);
      former.checks.stream().filter(part -> part.id() == id).forEach(present.checks::add);
      former.references.stream().filter(part -> part.id() == id).forEach(present.references::add);
      former.indexes.stream().filter(part -> part.id() == id).forEach(present.indexes::add);
    }
  }

  private static void dropColumn(Sketch from, Sketch to, int table, int id) {
    each(
        from,
        to,
        table,
        one -> {
          if (one.key.size() > 1 || !one.isKey(id)) {
            one.columns.removeIf(column -> column.id == id);
            one.key.remove((Integer) id);
          }
        });
  }

  private static void revertColumn(Sketch from, Sketch to, int table, int id) {
    TableSketch former = from.tables.get(table);
    TableSketch present = to.tables.get(table);
    if (former != null && present != null && former.has(id) && present.has(id)) {
      present.columns.replaceAll(column -> column.id == id ? former.column(id).copy() : column);
    }
  }

  /** Without comment, default, or a type of its own. */
  private static void plain(Sketch from, Sketch to, int table, int id) {
    each(
        from,
        to,
        table,
        one -> {
          if (one.has(id)) {
            ColumnSketch column = one.column(id);
            column.comment = "";
            column.sqlType.clear();
            if (column.source instanceof SourceSketch.Default) {
              column.source = SourceSketch.GIVEN;
            }
          }
          one.comment = "";
        });
  }
}
