package dev.varve.processor.read;

import static java.util.Map.entry;

import dev.varve.processor.read.Shape.EntityRecord;
import dev.varve.processor.read.Shape.Many;
import dev.varve.processor.read.Shape.PlainRecord;
import dev.varve.processor.read.Shape.Scalar;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads Java types. */
final class TypeReader {
  private static final Map<String, ColumnType> TYPES =
      Map.ofEntries(
          entry("java.lang.Boolean", Simple.BOOLEAN),
          entry("java.lang.Byte", Simple.INT16),
          entry("java.lang.Short", Simple.INT16),
          entry("java.lang.Integer", Simple.INT32),
          entry("java.lang.Long", Simple.INT64),
          entry("java.lang.Float", Simple.FLOAT32),
          entry("java.lang.Double", Simple.FLOAT64),
          entry("java.lang.Character", Simple.CHAR),
          entry("java.lang.String", new Text(0)),
          entry("java.math.BigDecimal", new Decimal(0, 0)),
          entry("java.math.BigInteger", Simple.INTEGER),
          entry("java.util.UUID", Simple.UUID),
          entry("java.time.Instant", Simple.INSTANT),
          entry("java.time.OffsetDateTime", Simple.INSTANT),
          entry("java.time.ZonedDateTime", Simple.INSTANT),
          entry("java.time.LocalDateTime", Simple.DATE_TIME),
          entry("java.time.LocalDate", Simple.DATE),
          entry("java.time.LocalTime", Simple.TIME),
          entry("java.time.Duration", Simple.DURATION),
          entry("java.time.Period", Simple.PERIOD),
          entry("java.net.URI", new Text(0)),
          entry("java.net.URL", new Text(0)),
          entry("java.util.Locale", new Text(0)),
          entry("java.util.Currency", new Text(0)),
          entry("java.time.ZoneId", new Text(0)),
          entry("java.net.InetAddress", Simple.INET));

  private final RecordReader records;
  private final Map<Element, Shape> read = new HashMap<>();
  private final Set<TypeElement> unwrapping = new HashSet<>();

  TypeReader(RecordReader records) {
    this.records = records;
  }

  /** The qualified names of the types that map to one column, without the primitive ones. */
  static Set<String> knownTypes() {
    return TYPES.keySet();
  }

  /** The record that {@code type} is, whatever it is to a database; empty: it is none. */
  Optional<TypeElement> record(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
            && ((DeclaredType) type).asElement() instanceof TypeElement element
            && element.getKind() == ElementKind.RECORD
        ? Optional.of(element)
        : Optional.empty();
  }

  boolean isEntity(TypeElement type) {
    return records.isEntity(type);
  }

  /** What {@code type} is to a database. */
  Shape read(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> new Scalar(Simple.BOOLEAN);
      case BYTE, SHORT -> new Scalar(Simple.INT16);
      case INT -> new Scalar(Simple.INT32);
      case LONG -> new Scalar(Simple.INT64);
      case FLOAT -> new Scalar(Simple.FLOAT32);
      case DOUBLE -> new Scalar(Simple.FLOAT64);
      case CHAR -> new Scalar(Simple.CHAR);
      case ARRAY -> array(((ArrayType) type).getComponentType());
      case DECLARED -> declared((DeclaredType) type);
      case ERROR -> new Shape.Missing();
      default -> new Shape.Unknown();
    };
  }

  private static Shape array(TypeMirror element) {
    return element.getKind() == TypeKind.BYTE ? new Scalar(Simple.BYTES) : new Many("[]", element);
  }

  private Shape declared(DeclaredType type) {
    Element element = type.asElement();
    if (!type.getTypeArguments().isEmpty()) {
      return generic(type, ((TypeElement) element).getQualifiedName().toString());
    }
    Shape shape = read.get(element);
    if (shape == null) {
      shape = plain((TypeElement) element);
      read.put(element, shape);
    }
    return shape;
  }

  private static Shape generic(DeclaredType type, String name) {
    return switch (name) {
      case "java.util.List" -> new Many("List", type.getTypeArguments().get(0));
      case "java.util.Set" -> new Many("Set", type.getTypeArguments().get(0));
      case "java.util.Collection" -> new Many("Collection", type.getTypeArguments().get(0));
      case "java.util.Map" -> new Scalar(Simple.JSON);
      default -> new Shape.Unknown();
    };
  }

  private Shape plain(TypeElement type) {
    ColumnType known = TYPES.get(type.getQualifiedName().toString());
    if (known != null) {
      return new Scalar(known);
    }
    if (type.getKind() == ElementKind.ENUM) {
      return new Scalar(new ColumnType.Words(constants(type)), List.of(), type);
    }
    return type.getKind() == ElementKind.RECORD && type.getTypeParameters().isEmpty()
        ? record(type)
        : new Shape.Unknown();
  }

  private Shape record(TypeElement type) {
    RecordDeclaration declaration = records.read(type);
    if (declaration.isEntity()) {
      return new EntityRecord(type);
    }
    if (declaration.components().size() != 1) {
      return new PlainRecord(type);
    }
    if (!unwrapping.add(type)) {
      return new Shape.Endless(type);
    }
    Component inner = declaration.components().get(0);
    Shape shape = read(inner.type());
    unwrapping.remove(type);
    return shape instanceof Scalar scalar ? wrapped(inner, scalar) : notWrapped(type, shape);
  }

  private static Shape wrapped(Component inner, Scalar scalar) {
    List<Component> wrappers = new ArrayList<>();
    wrappers.add(inner);
    wrappers.addAll(scalar.wrappers());
    return new Scalar(scalar.type(), List.copyOf(wrappers), scalar.enumeration());
  }

  /** A record around something that is no column of its own. */
  private static Shape notWrapped(TypeElement type, Shape inner) {
    return inner instanceof Shape.Missing || inner instanceof Shape.Endless
        ? inner
        : new PlainRecord(type);
  }

  /** The constants of an enum in order. */
  static List<String> constants(TypeElement type) {
    List<String> constants = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        constants.add(member.getSimpleName().toString());
      }
    }
    return constants;
  }
}
