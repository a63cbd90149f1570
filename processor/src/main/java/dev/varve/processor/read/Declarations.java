package dev.varve.processor.read;

import dev.varve.processor.Place;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Where the parts of a model are declared: those of entities in this compilation. */
public final class Declarations {
  private final List<TableDraft> drafts;
  private final EnumTypes enums;
  private final Optional<Element> database;
  private final Map<QualifiedName, TableDraft> tables = new HashMap<>();
  private final Map<QualifiedName, DraftJunction> junctions = new HashMap<>();

  Declarations(List<TableDraft> drafts, EnumTypes enums, Optional<Element> database) {
    this.drafts = drafts;
    this.enums = enums;
    this.database = database;
  }

  /** The record of a table, or the component of a junction table. */
  public Optional<Declared> table(QualifiedName table) {
    find();
    TableDraft draft = tables.get(table);
    if (draft != null) {
      return Optional.of(new Declared(draft.entity().site().place(), draft.display()));
    }
    return Optional.ofNullable(junctions.get(table))
        .map(DraftJunction::component)
        .map(Declarations::of);
  }

  /** The record that a table belongs to, also a junction table. */
  public Optional<Declared> record(QualifiedName table) {
    find();
    for (TableDraft draft : drafts) {
      for (DraftJunction junction : draft.junctions) {
        if (junction.binding().table().name().equals(table)) {
          return table(draft.name());
        }
      }
    }
    return table(table);
  }

  /** The component of a column. */
  public Optional<Declared> column(ColumnName column) {
    DraftColumn found = find(column);
    if (found != null) {
      return Optional.of(of(found.component()));
    }
    DraftJunction junction = junctions.get(column.table());
    return Optional.ofNullable(junction).map(DraftJunction::component).map(Declarations::of);
  }

  /**
   * An embedded record.
   *
   * @param component the component that embeds it
   * @param prefix what its columns start with
   */
  public record Embedding(Declared component, String prefix) {}

  /** The outermost embedded record that a column is part of. */
  public Optional<Embedding> embedding(ColumnName column) {
    find();
    TableDraft draft = tables.get(column.table());
    if (draft == null) {
      return Optional.empty();
    }
    for (DraftComponent component : draft.components()) {
      Mark embedded = component.component().site().marks().first(MarkKind.EMBEDDED);
      if (embedded != null
          && component.path().indexOf('.') < 0
          && component.columns().contains(column.column())) {
        String prefix = ColumnNames.prefix(component.component(), embedded, "");
        return Optional.of(new Embedding(of(component.component()), prefix));
      }
    }
    return Optional.empty();
  }

  /** The column of that name. */
  public Optional<Column> columnOf(ColumnName column) {
    return Optional.ofNullable(find(column)).map(DraftColumn::column);
  }

  /** Whether a column belongs to a relation. */
  public boolean isRelation(ColumnName column) {
    DraftColumn found = find(column);
    return found == null || found.component().has(MarkKind.RELATION);
  }

  /**
   * The type in whose place a column's component can be null, if its own can't: {@code Integer}.
   */
  public Optional<String> boxed(ColumnName column) {
    DraftColumn found = find(column);
    return found != null && found.component().type() instanceof PrimitiveType primitive
        ? Optional.of(ComponentRules.boxed(primitive))
        : Optional.empty();
  }

  /** The constants of an enum that some column stores, in order. */
  public List<String> constants(String binaryName) {
    TypeElement type = enums.enumerations().get(binaryName);
    return type == null ? List.of() : TypeReader.constants(type);
  }

  /** The Java enum of a binary name that some column stores. */
  public Optional<Declared> enumeration(String binaryName) {
    return Optional.ofNullable(enums.enumerations().get(binaryName))
        .map(type -> new Declared(Place.of(type), type.getSimpleName().toString()));
  }

  /** What carries {@code @Database}, else the first entity. */
  public Declared database() {
    if (database.isPresent()) {
      Element element = database.get();
      return new Declared(Place.of(element), element.toString());
    }
    TypeElement first = drafts.get(0).entity().type();
    return new Declared(Place.of(first), first.getSimpleName().toString());
  }

  /** Whether anything carries {@code @Database}. */
  public boolean hasDatabase() {
    return database.isPresent();
  }

  private @Nullable DraftColumn find(ColumnName column) {
    find();
    TableDraft draft = tables.get(column.table());
    return draft == null ? null : draft.column(column.column());
  }

  private static Declared of(Component component) {
    return new Declared(component.site().place(), component.display());
  }

  /** Most compilations ask for nothing. */
  private void find() {
    if (!tables.isEmpty()) {
      return;
    }
    for (TableDraft draft : drafts) {
      tables.put(draft.name(), draft);
      for (DraftJunction junction : draft.junctions) {
        junctions.put(junction.binding().table().name(), junction);
      }
    }
  }
}
