package dev.varve.processor.read;

import dev.varve.processor.Place;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The enums that are stored, and the types of the database made for some of them. */
final class EnumTypes {
  private final MarkReader marks;
  private final Elements elements;
  private final Map<TypeElement, Placed<EnumType>> types = new LinkedHashMap<>();
  private final Map<Element, TypeElement> byField = new HashMap<>();

  EnumTypes(MarkReader marks, Elements elements) {
    this.marks = marks;
    this.elements = elements;
  }

  /** The types of the database that have been asked for, and where each was first. */
  List<Placed<EnumType>> placed() {
    return new ArrayList<>(types.values());
  }

  /** The types of the database that have been asked for. */
  List<EnumType> types() {
    List<EnumType> all = new ArrayList<>(types.size());
    for (Placed<EnumType> type : types.values()) {
      all.add(type.value());
    }
    return all;
  }

  /** The type of a column whose values are constants of an enum, at least one. */
  ColumnType stored(Component component, Shape.Scalar scalar, List<Site> sites) {
    TypeElement enumeration = scalar.enumeration();
    if (enumeration == null || !(scalar.type() instanceof ColumnType.Words words)) {
      return scalar.type();
    }
    byField.put(component.site().element(), enumeration);
    return isNative(sites, enumeration)
        ? nativeType(enumeration, words.values(), component.site().place())
        : words;
  }

  /** The enums that are stored, by their binary names. */
  Map<String, TypeElement> enumerations() {
    Map<String, TypeElement> all = new TreeMap<>();
    for (TypeElement enumeration : byField.values()) {
      all.put(name(enumeration), enumeration);
    }
    return all;
  }

  /** The binary name of the enum whose constants a column holds, for each column of that kind. */
  Map<ColumnName, String> byColumn(List<TableDraft> drafts) {
    Map<ColumnName, String> columns = new HashMap<>();
    if (byField.isEmpty()) {
      return columns;
    }
    for (TableDraft draft : drafts) {
      for (DraftColumn column : draft.columns()) {
        TypeElement enumeration = byField.get(column.site().element());
        if (enumeration != null) {
          columns.put(new ColumnName(draft.name(), column.name()), name(enumeration));
        }
      }
    }
    boolean found = true;
    while (found) {
      found = false;
      for (TableDraft draft : drafts) {
        found |= addReferring(draft, columns);
      }
    }
    return columns;
  }

  /** Columns that refer to keys hold what these hold; whether some were added. */
  private static boolean addReferring(TableDraft draft, Map<ColumnName, String> columns) {
    boolean found = false;
    for (DraftRelation relation : draft.relations) {
      found |= addReferring(draft.name(), relation.binding().key(), columns);
    }
    for (DraftJunction junction : draft.junctions) {
      for (ForeignKey key : junction.binding().table().foreignKeys()) {
        found |= addReferring(junction.binding().table().name(), key, columns);
      }
    }
    return found;
  }

  private static boolean addReferring(
      QualifiedName table, ForeignKey key, Map<ColumnName, String> columns) {
    boolean found = false;
    for (int i = 0; i < key.columns().size(); i++) {
      String name = columns.get(new ColumnName(key.target(), key.targetColumns().get(i)));
      if (name != null) {
        found |= columns.putIfAbsent(new ColumnName(table, key.columns().get(i)), name) == null;
      }
    }
    return found;
  }

  private String name(TypeElement enumeration) {
    return elements.getBinaryName(enumeration).toString();
  }

  private boolean isNative(List<Site> sites, TypeElement enumeration) {
    for (Site site : sites) {
      Mark mark = site.marks().first(MarkKind.ENUMERATED);
      if (mark != null) {
        return mark.constant("value").equals("NATIVE");
      }
    }
    Mark mark = marks.read(enumeration).first(MarkKind.ENUMERATED);
    return mark != null && mark.constant("value").equals("NATIVE");
  }

  private ColumnType nativeType(TypeElement enumeration, List<String> values, Place place) {
    Placed<EnumType> type = types.get(enumeration);
    if (type == null) {
      type = new Placed<>(type(enumeration, values), place);
      types.put(enumeration, type);
    }
    return new ColumnType.NativeEnum(type.value().name());
  }

  private EnumType type(TypeElement enumeration, List<String> values) {
    String name = Names.snakeCase(enumeration.getSimpleName().toString());
    return new EnumType(
        QualifiedName.of(name),
        values,
        name(enumeration),
        Documentation.of(enumeration, elements).text());
  }
}
