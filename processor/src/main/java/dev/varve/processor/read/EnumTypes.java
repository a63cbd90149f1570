package dev.varve.processor.read;

import dev.varve.processor.Place;
import dev.varve.schema.ColumnType;
import dev.varve.schema.EnumType;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The enums that are stored, and the types of the database made for some of them. */
final class EnumTypes {
  private final MarkReader marks;
  private final Elements elements;
  private final Map<TypeElement, Placed<EnumType>> types = new LinkedHashMap<>();

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
    return isNative(sites, enumeration)
        ? nativeType(enumeration, words.values(), component.site().place())
        : words;
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
        elements.getBinaryName(enumeration).toString(),
        Documentation.of(enumeration, elements).text());
  }
}
