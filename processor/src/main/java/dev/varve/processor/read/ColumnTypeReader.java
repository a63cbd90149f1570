package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.Dialect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** Reads what annotations add to a column's type: size, storage of enums, types written as SQL. */
final class ColumnTypeReader {
  /** PostgreSQL's limit for varchar(n): 10 MiB (htup_details.h, MaxAttrSize). */
  private static final int MAX_LENGTH = 10_485_760;

  /** PostgreSQL's limit for numeric(p, s) (numeric.h, NUMERIC_MAX_PRECISION). */
  private static final int MAX_PRECISION = 1000;

  private final EnumTypes enums;
  private final Problems problems;

  ColumnTypeReader(EnumTypes enums, Problems problems) {
    this.enums = enums;
    this.problems = problems;
  }

  /** The type of a column for {@code scalar}, with what the sites' annotations add. */
  ColumnType read(Component component, Shape.Scalar scalar, List<Site> sites) {
    ColumnType type = scalar.type();
    if (scalar.enumeration() != null) {
      return enumeration(component, scalar, scalar.enumeration(), sites);
    }
    if (component.has(MarkKind.ENUMERATED)) {
      Site site = component.site();
      problems.add(
          Message.ENUMERATED_ON_OTHER, site.place(MarkKind.ENUMERATED), component.display());
    }
    checkSizes(component, type, sites);
    if (type instanceof Text) {
      return new Text(length(sites, component));
    }
    return type instanceof Decimal ? decimal(sites, component) : type;
  }

  private ColumnType enumeration(
      Component component, Shape.Scalar scalar, TypeElement enumeration, List<Site> sites) {
    checkSizes(component, scalar.type(), sites);
    if (scalar.type() instanceof Words words && !words.values().isEmpty()) {
      return enums.stored(component, scalar, sites);
    }
    String name = enumeration.getSimpleName().toString();
    problems.add(Message.EMPTY_ENUM, component.site().place(), name, component.display());
    return new Text(0);
  }

  /** The type of a list or array whose elements are {@code scalar}. */
  ColumnType array(Component component, Shape.Scalar scalar, List<Site> sites) {
    ColumnType element = read(component, scalar, List.of());
    checkSizes(component, new Array(element), sites);
    return new Array(element);
  }

  /** The types that a component's annotation gives as SQL. */
  Map<Dialect, String> sqlTypes(List<Site> sites) {
    Map<Dialect, String> types = new EnumMap<>(Dialect.class);
    for (Site site : sites) {
      Mark column = site.marks().first(MarkKind.COLUMN);
      if (column != null && types.isEmpty()) {
        sqlTypes(site, column, types);
      }
    }
    return types;
  }

  private void sqlTypes(Site site, Mark column, Map<Dialect, String> types) {
    List<AnnotationValue> list = column.list("type");
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).getValue() instanceof AnnotationMirror mirror) {
        Mark type = new Mark(MarkKind.COLUMN, "SqlType", mirror);
        Dialect dialect = Dialects.read(type.constant("on"));
        if (type.text("value").isBlank() && type.has("value")) {
          problems.add(Message.EMPTY_SQL, site.place(column, "type", i), "@SqlType");
        } else if (dialect != null && types.put(dialect, type.text("value")) != null) {
          problems.add(
              Message.DIALECT_TWICE, site.place(column, "type", i), "@SqlType", dialect.name());
        }
      }
    }
  }

  /** Complains of sizes that {@code type} doesn't have. */
  void checkSizes(Component component, ColumnType type, List<Site> sites) {
    for (Site site : sites) {
      Mark column = site.marks().first(MarkKind.COLUMN);
      if (column != null) {
        checkApplies(site, column, "length", type instanceof Text, component, "String");
        boolean decimal = type instanceof Decimal;
        checkApplies(site, column, "precision", decimal, component, "BigDecimal");
        checkApplies(site, column, "scale", decimal, component, "BigDecimal");
      }
    }
  }

  private void checkApplies(
      Site site, Mark mark, String value, boolean applies, Component component, String to) {
    if (!applies && mark.number(value, 0) != 0) {
      problems.add(
          Message.SIZE_ON_OTHER,
          site.place(mark, value),
          value,
          component.display(),
          TypeText.of(component.site().element().asType()),
          to);
    }
  }

  private int length(List<Site> sites, Component component) {
    for (Site site : sites) {
      Mark column = site.marks().first(MarkKind.COLUMN);
      long length = column == null ? 0 : column.number("length", 0);
      if (column != null && inRange(site, column, "length", length, 0, MAX_LENGTH, component)) {
        if (length > 0) {
          return (int) length;
        }
      }
    }
    return Constraints.maxLength(sites, MAX_LENGTH);
  }

  private ColumnType decimal(List<Site> sites, Component component) {
    for (Site site : sites) {
      Mark column = site.marks().first(MarkKind.COLUMN);
      if (column != null && (column.has("precision") || column.has("scale"))) {
        return decimal(site, column, component);
      }
    }
    Decimal digits = Constraints.digits(sites, MAX_PRECISION);
    return digits == null ? new Decimal(0, 0) : digits;
  }

  private ColumnType decimal(Site site, Mark column, Component component) {
    long precision = column.number("precision", 0);
    long scale = column.number("scale", 0);
    boolean fits = inRange(site, column, "precision", precision, 0, MAX_PRECISION, component);
    if (fits && precision == 0 && scale != 0) {
      problems.add(Message.SCALE_ALONE, site.place(column, "scale"), component.display());
    } else if (fits && inRange(site, column, "scale", scale, 0, precision, component)) {
      return new Decimal((int) precision, (int) scale);
    }
    return new Decimal(0, 0);
  }

  private boolean inRange(
      Site site,
      Mark mark,
      String name,
      long value,
      long least,
      long greatest,
      Component component) {
    if (value >= least && value <= greatest) {
      return true;
    }
    problems.add(
        Message.SIZE_OUT_OF_RANGE,
        site.place(mark, name),
        name,
        Long.toString(value),
        component.display(),
        Long.toString(Math.max(least, 0)),
        Long.toString(greatest));
    return false;
  }
}
