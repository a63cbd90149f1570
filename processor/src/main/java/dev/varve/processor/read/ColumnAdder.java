package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.schema.Column;
import dev.varve.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;

/** Adds columns to tables that are being read. */
final class ColumnAdder {
  private final Problems problems;

  ColumnAdder(Problems problems) {
    this.problems = problems;
  }

  /**
   * Adds the columns of a component, and to the key where they belong there.
   *
   * @param wrappers the components of the value records that the component's type is
   */
  void add(
      TableDraft draft,
      Component component,
      List<Component> wrappers,
      List<PathColumn> columns,
      Scope scope) {
    List<Site> sites = new ArrayList<>(1 + wrappers.size());
    sites.add(component.site());
    for (Component wrapper : wrappers) {
      sites.add(wrapper.site());
    }
    boolean inKey = scope.inKey() || component.has(MarkKind.ID);
    List<String> names = new ArrayList<>(columns.size());
    for (PathColumn column : columns) {
      names.add(column.name());
      DraftColumn added = new DraftColumn(column(component, column, scope), component, sites);
      DraftColumn other = draft.add(added);
      if (other != null) {
        duplicate(component, column.name(), other);
      } else if (inKey) {
        draft.key.add(column.name());
      }
    }
    draft.add(new DraftComponent(scope.pathOf(component), component, names));
  }

  private static Column column(Component component, PathColumn column, Scope scope) {
    return new Column(
        column.name(),
        column.type(),
        scope.nullable() || component.nullable(),
        new ValueSource.Given(),
        column.sqlType(),
        component.comment());
  }

  private void duplicate(Component component, String column, DraftColumn other) {
    problems.add(
        Message.DUPLICATE_COLUMN,
        TablePlaces.name(component),
        component.display(),
        column,
        other.component().display());
  }
}
