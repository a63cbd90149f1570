package dev.varve.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the rows that a method of a row's builder asks for: children, and other ends of links. */
final class AskedRows {
  private final RowSeed maker;
  private final Chances chances;

  AskedRows(RowSeed maker, Chances chances) {
    this.maker = maker;
    this.chances = chances;
  }

  /** Rows that a many-to-many relation leads to, behind those that were asked for before. */
  void link(int slot, @Nullable Object[] arguments) {
    List<@Nullable Object> elements = Junctions.elements(maker.given[slot]);
    JunctionShape junction = maker.shape.junction(slot);
    BuilderShape target = maker.builder.target(maker.shape.relations.size() + junction.index());
    elements.addAll(rows(target, junction.name(), elements.size(), arguments));
    maker.given[slot] = elements;
  }

  /** Rows that refer to the maker. */
  void children(BuilderShape.Child child, @Nullable Object[] arguments) {
    String table = child.builder().table.name.toString();
    int relation = child.builder().table.slots + child.relation().index();
    int before = 0;
    for (RowSeed other : maker.children) {
      before += other.builder == child.builder() ? 1 : 0;
    }
    for (RowSeed row : rows(child.builder(), table, before, arguments)) {
      if (row.given[relation] != RowSeed.UNSET) {
        throw new SeedException(
            row.path()
                + Problems.at()
                + ": "
                + child.relation().name()
                + " is the row of "
                + maker.path()
                + ", in whose function this one stands, and can't be set");
      }
      row.given[relation] = maker;
      maker.children.add(row);
    }
  }

  /** The rows that the arguments of a method ask for: one by a function, or as many as a number. */
  private List<RowSeed> rows(
      BuilderShape target, String name, int first, @Nullable Object[] arguments) {
    Object last = arguments[arguments.length - 1];
    List<RowSeed> rows = new ArrayList<>();
    if (last instanceof UnaryOperator<?>) {
      RowSeed row = new RowSeed(target, chances, maker, name + '[' + first + ']');
      rows.add(row.asked(arguments));
      return rows;
    }
    int count = RowSeed.count((Integer) Objects.requireNonNull(arguments[0]));
    for (int i = 0; i < count; i++) {
      RowSeed row = new RowSeed(target, chances, maker, name + '[' + (first + i) + ']');
      rows.add(arguments.length == 1 ? row : row.planned((RowPlan<?>) last, i));
    }
    return rows;
  }
}
