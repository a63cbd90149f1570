package dev.varve.processor.read;

import dev.varve.schema.ColumnType.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;

/** Reads the columns of components: names, types, and where their values come from. */
final class ColumnReader {
  private final TypeReader types;
  private final RelationFormReader forms;
  private final ColumnTypeReader columnTypes;
  private final Function<TypeElement, Optional<Key>> keys;

  ColumnReader(
      TypeReader types,
      RelationFormReader forms,
      ColumnTypeReader columnTypes,
      Function<TypeElement, Optional<Key>> keys) {
    this.types = types;
    this.forms = forms;
    this.columnTypes = columnTypes;
    this.keys = keys;
  }

  /** The columns of a component that is a value or a relation to one; none: they aren't known. */
  List<PathColumn> columns(Component component, String prefix, List<String> path) {
    Mark relation = component.site().marks().first(MarkKind.RELATION);
    if (relation != null) {
      Optional<RelationForm> form = forms.read(component, relation);
      return form.isPresent() && !form.get().isMany()
          ? referring(component, form.get(), prefix, path)
          : List.of();
    }
    Shape shape = types.read(component.type());
    if (component.has(MarkKind.JSON)) {
      columnTypes.checkSizes(component, Simple.JSON, List.of(component.site()));
      return List.of(
          new PathColumn(
              ColumnNames.of(component, prefix),
              Simple.JSON,
              columnTypes.sqlTypes(List.of(component.site())),
              Paths.plus(path, component.name())));
    }
    if (shape instanceof Shape.Scalar scalar) {
      return List.of(scalar(component, scalar, prefix, path));
    }
    return shape instanceof Shape.Many many ? array(component, many, prefix, path) : List.of();
  }

  private List<PathColumn> array(
      Component component, Shape.Many many, String prefix, List<String> path) {
    boolean list = many.name().equals("List") || many.name().equals("[]");
    if (!list || !(types.read(many.element()) instanceof Shape.Scalar scalar)) {
      return List.of();
    }
    boolean nested = scalar.type() == Simple.BYTES || scalar.type() == Simple.JSON;
    if (nested || !scalar.wrappers().isEmpty()) {
      return List.of();
    }
    List<Site> sites = List.of(component.site());
    return List.of(
        new PathColumn(
            ColumnNames.of(component, prefix),
            columnTypes.array(component, scalar, sites),
            columnTypes.sqlTypes(sites),
            Paths.plus(path, component.name())));
  }

  private PathColumn scalar(
      Component component, Shape.Scalar scalar, String prefix, List<String> path) {
    List<Site> sites = Sites.of(component, scalar);
    return new PathColumn(
        ColumnNames.of(component, prefix),
        columnTypes.read(component, scalar, sites),
        columnTypes.sqlTypes(sites),
        valuePath(component, scalar, path));
  }

  static List<String> valuePath(Component component, Shape.Scalar scalar, List<String> path) {
    List<String> whole = Paths.plus(path, component.name());
    for (Component wrapper : scalar.wrappers()) {
      whole = Paths.plus(whole, wrapper.name());
    }
    return whole;
  }

  private List<PathColumn> referring(
      Component component, RelationForm form, String prefix, List<String> path) {
    Optional<Key> target = keys.apply(form.target());
    if (target.isEmpty()) {
      return List.of();
    }
    List<PathColumn> columns = new ArrayList<>();
    List<String> names = ColumnNames.referring(component, prefix, target.get());
    for (int i = 0; i < names.size(); i++) {
      PathColumn key = target.get().columns().get(i);
      String name = form.byRecord() ? names.get(i) : ColumnNames.of(component, prefix);
      List<String> whole =
          form.key().isPresent()
              ? valuePath(component, form.key().get(), path)
              : Paths.joined(Paths.plus(path, component.name()), key.path());
      columns.add(new PathColumn(name, key.type(), key.sqlType(), whole));
    }
    return form.byRecord() || columns.size() == 1 ? columns : List.of();
  }
}
