package dev.varve.processor.read;

import dev.varve.schema.Column;
import dev.varve.schema.Names;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Reads the primary keys of entities, wherever they are declared, without complaint: what is wrong
 * with a key is told when the entity itself is read.
 */
final class KeyReader {
  private final RecordReader records;
  private final TypeReader types;
  private final ColumnReader columnReader;
  private final TableNames names;
  private final Kept kept;
  private final Elements elements;
  private final Map<TypeElement, Optional<Key>> read = new HashMap<>();
  private final Set<TypeElement> reading = new LinkedHashSet<>();
  private final Set<TypeElement> endless = new HashSet<>();

  KeyReader(
      RecordReader records,
      TypeReader types,
      EnumTypes enums,
      TableNames names,
      Kept kept,
      Elements elements) {
    Problems ignored = new Problems();
    this.records = records;
    this.types = types;
    this.columnReader =
        new ColumnReader(
            types,
            new RelationFormReader(types, records, ignored),
            new ColumnTypeReader(enums, ignored),
            this::read);
    this.names = names;
    this.kept = kept;
    this.elements = elements;
  }

  /** The key of {@code entity}; empty if something is wrong with it. */
  Optional<Key> read(TypeElement entity) {
    Optional<Key> key = read.get(entity);
    if (key != null) {
      return key;
    }
    if (!reading.add(entity)) {
      noteCircle(entity);
      return Optional.empty();
    }
    key = key(records.read(entity));
    reading.remove(entity);
    read.put(entity, key);
    return key;
  }

  /** All that are being read since {@code entity} lead back to it. */
  private void noteCircle(TypeElement entity) {
    boolean inCircle = false;
    for (TypeElement one : reading) {
      inCircle |= one.equals(entity);
      if (inCircle) {
        endless.add(one);
      }
    }
  }

  /** Whether the key of {@code entity} leads back to itself by relations. */
  boolean isEndless(TypeElement entity) {
    read(entity);
    return endless.contains(entity);
  }

  private Optional<Key> key(RecordDeclaration entity) {
    List<PathColumn> columns = new ArrayList<>(2);
    boolean whole = true;
    for (Component component : entity.components()) {
      if (component.has(MarkKind.ID)) {
        whole &= add(component, "", List.of(), columns);
      }
    }
    if (!whole || columns.isEmpty()) {
      return Optional.empty();
    }
    String name = Names.snakeCase(entity.simpleName());
    Table table = kept.table(elements.getBinaryName(entity.type()).toString());
    return Optional.of(
        table == null
            ? new Key(names.of(entity), name, columns)
            : new Key(table.name(), name, asKept(columns, table)));
  }

  /** Adds the columns of a component; false if they can't be known. */
  private boolean add(
      Component component, String prefix, List<String> path, List<PathColumn> columns) {
    Mark embedded = component.site().marks().first(MarkKind.EMBEDDED);
    if (embedded != null) {
      return addEmbedded(component, embedded, prefix, path, columns);
    }
    List<PathColumn> own = columnReader.columns(component, prefix, path);
    columns.addAll(own);
    return !own.isEmpty();
  }

  private boolean addEmbedded(
      Component component,
      Mark embedded,
      String prefix,
      List<String> path,
      List<PathColumn> columns) {
    Optional<TypeElement> record = types.record(component.type());
    // A path as long as this leads in circles.
    if (record.isEmpty() || path.size() > 32) {
      return false;
    }
    boolean whole = true;
    for (Component inner : records.read(record.get()).components()) {
      String innerPrefix = ColumnNames.prefix(component, embedded, prefix);
      whole &= add(inner, innerPrefix, Paths.plus(path, component.name()), columns);
    }
    return whole;
  }

  /** Names and types as the table that is kept has them. */
  private static List<PathColumn> asKept(List<PathColumn> columns, Table table) {
    List<String> names = table.primaryKey().columns();
    List<PathColumn> kept = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size() && columns.size() == names.size(); i++) {
      Optional<Column> column = table.column(names.get(i));
      if (column.isPresent()) {
        Column found = column.get();
        kept.add(
            new PathColumn(found.name(), found.type(), found.sqlType(), columns.get(i).path()));
      }
    }
    return kept.size() == columns.size() ? kept : columns;
  }
}
