package dev.varve.processor.seed;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Words;
import java.util.List;

/** What a descriptor says of a column's Java type beyond what the column's type tells already. */
final class JavaTypes {
  private JavaTypes() {}

  /**
   * A word for {@code java}; empty if it is the type that most columns of {@code type} have.
   *
   * @param classes the classes that words refer to by {@code #} and their place; added to
   */
  static String word(ColumnType type, TypeName java, List<ClassName> classes) {
    if (type instanceof Array array) {
      return container(array.element(), java, classes);
    }
    String name = scalar(type, java, classes);
    return name.equals(usual(type)) ? "" : name;
  }

  private static String container(ColumnType element, TypeName java, List<ClassName> classes) {
    if (java instanceof ArrayTypeName array) {
      return scalar(element, array.componentType(), classes) + "[]";
    }
    if (java instanceof ParameterizedTypeName collection) {
      String kind = collection.rawType().simpleName().equals("Set") ? "set" : "list";
      return kind + ':' + scalar(element, collection.typeArguments().get(0), classes);
    }
    return "list:" + usual(element);
  }

  private static String scalar(ColumnType type, TypeName java, List<ClassName> classes) {
    if ((type instanceof Words || type instanceof NativeEnum) && java instanceof ClassName words) {
      int known = classes.indexOf(words);
      if (known >= 0) {
        return "#" + known;
      }
      classes.add(words);
      return "#" + (classes.size() - 1);
    }
    if (java instanceof ParameterizedTypeName parameterized) {
      return parameterized.rawType().canonicalName();
    }
    return java.toString();
  }

  private static String usual(ColumnType type) {
    if (type instanceof Simple simple) {
      return usual(simple);
    }
    return type instanceof ColumnType.Decimal ? "java.math.BigDecimal" : "java.lang.String";
  }

  private static String usual(Simple type) {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case INT16 -> "short";
      case INT32 -> "int";
      case INT64 -> "long";
      case FLOAT32 -> "float";
      case FLOAT64 -> "double";
      case INTEGER -> "java.math.BigInteger";
      case CHAR -> "char";
      case UUID -> "java.util.UUID";
      case INSTANT -> "java.time.Instant";
      case DATE_TIME -> "java.time.LocalDateTime";
      case DATE -> "java.time.LocalDate";
      case TIME -> "java.time.LocalTime";
      case DURATION -> "java.time.Duration";
      case PERIOD -> "java.time.Period";
      case BYTES -> "byte[]";
      case INET -> "java.net.InetAddress";
      case JSON -> "java.util.Map";
    };
  }
}
