package dev.varve.conformance.laws;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values as literals: for each type as many as wanted, by number. Numbers are positive and texts
 * aren't empty, so that the checks which {@link Growth} makes hold for all of them.
 */
final class Values {
  private static final List<String> ODD = List.of("", "'s \"", " \\ é", " 中😀", " {},;--", "\n$$ ");

  private final Sketch sketch;

  Values(Sketch sketch) {
    this.sketch = sketch;
  }

  /** The value number {@code n}, of which rows may have any. */
  String literal(ColumnSketch column, int n, Dialect dialect) {
    return literal(column.type, n, dialect);
  }

  private String literal(TypeSketch type, int n, Dialect dialect) {
    if (!type.array()) {
      return scalar(type, n, dialect);
    }
    int size = n % 3;
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < size; i++) {
      list.append(i == 0 ? "" : ",").append(element(type, n + i, dialect));
    }
    return switch (dialect) {
      case POSTGRESQL -> "'{" + list + "}'";
      case SQLITE -> "'[" + list + "]'";
    };
  }

  private String element(TypeSketch type, int n, Dialect dialect) {
    if (type.isEnum()) {
      return '"' + word(type, n) + '"';
    }
    String plain = plain(type.scalar(), n, dialect);
    boolean raw = type.family() == Family.NUMBER || isNumber(type.scalar());
    return raw ? plain : '"' + plain + '"';
  }

  private static boolean isNumber(ColumnType type) {
    return TypeSketch.of(type).family() == Family.NUMBER || type == Simple.BOOLEAN;
  }

  private String scalar(TypeSketch type, int n, Dialect dialect) {
    if (type.isEnum()) {
      return '\'' + word(type, n) + '\'';
    }
    ColumnType scalar = type.scalar();
    if (scalar instanceof Text text && (text.length() == 0 || text.length() > 20)) {
      return quoted("v" + n + ODD.get(n % ODD.size()), dialect);
    }
    if (scalar == Simple.BYTES) {
      String hex = String.format(Locale.ROOT, "%04x00ff", n);
      return dialect == Dialect.SQLITE ? "x'" + hex + "'" : "'\\x" + hex + "'";
    }
    String plain = plain(scalar, n, dialect);
    boolean raw = dialect == Dialect.SQLITE && isStoredAsNumber(scalar);
    return raw ? plain : '\'' + plain + '\'';
  }

  private static boolean isStoredAsNumber(ColumnType type) {
    return type == Simple.BOOLEAN
        || type == Simple.INT16
        || type == Simple.INT32
        || type == Simple.INT64
        || type == Simple.FLOAT32
        || type == Simple.FLOAT64;
  }

  private static String quoted(String text, Dialect dialect) {
    String plain = '\'' + text.replace("'", "''") + '\'';
    return dialect == Dialect.POSTGRESQL && text.contains("\\")
        ? 'E' + plain.replace("\\", "\\\\")
        : plain;
  }

  private String word(TypeSketch type, int n) {
    List<EnumSketch.Word> used = sketch.enums.get(type.enumeration()).used();
    return used.get(n % used.size()).name();
  }

  private static String plain(ColumnType type, int n, Dialect dialect) {
    if (type instanceof Decimal decimal) {
      return decimal.scale() == 0 ? "" + (n % 1000) : (n % 1000) + "." + digit(n, decimal.scale());
    }
    if (type instanceof Text) {
      return "w" + n;
    }
    boolean sqlite = dialect == Dialect.SQLITE;
    LocalDate day = LocalDate.of(2020, 1, 1).plusDays(n);
    String time = String.format(Locale.ROOT, "%02d:%02d:05.000000", n / 60 % 24, n % 60);
    return switch ((Simple) type) {
      case BOOLEAN -> sqlite ? "" + n % 2 : n % 2 == 0 ? "false" : "true";
      case INT16, INT32, INT64, INTEGER -> "" + n;
      case FLOAT32, FLOAT64 -> n + ".5";
      case CHAR -> "" + (char) (n < 26 ? 'a' + n : 0x100 + n);
      case UUID -> String.format(Locale.ROOT, "00000000-0000-4000-8000-%012x", n);
      case INSTANT -> sqlite ? day + "T" + time + "Z" : day + " " + time + "+00";
      case DATE_TIME -> sqlite ? day + "T" + time : day + " " + time;
      case DATE -> day.toString();
      case TIME -> time;
      case DURATION -> "PT" + n + "M";
      case PERIOD -> "P" + (n % 11 + 1) + "M" + n + "D";
      case BYTES -> "";
      case INET -> "10.0." + n / 250 + "." + n % 250;
      case JSON -> "{\"n\": " + n + "}";
    };
  }

  private static String digit(int n, int scale) {
    return (n % 9 + 1) + "0".repeat(scale - 1);
  }

  /** What a default of that kind is for a column's type. */
  Sql byDefault(ColumnSketch column, SourceSketch.Default value) {
    if (!column.type.array() && !column.type.isEnum()) {
      ColumnType type = column.type.scalar();
      Sql function =
          switch (value.kind()) {
            case CONSTANT -> null;
            case NOW -> now(type);
            case VOLATILE -> changing(type);
          };
      if (function != null) {
        return function;
      }
    }
    return constant(column.type, value.salt());
  }

  private static Sql now(ColumnType type) {
    if (type == Simple.INSTANT || type == Simple.DATE_TIME) {
      return Sql.of("now()");
    }
    return type == Simple.DATE ? Sql.of("current_date") : null;
  }

  private static Sql changing(ColumnType type) {
    if (type == Simple.UUID) {
      return Sql.of("gen_random_uuid()");
    }
    if (type == Simple.INT64) {
      return both("(random() * 1000)::bigint", "abs(random() % 1000)");
    }
    if (type == Simple.FLOAT64) {
      return both("random()", "abs(random() % 1000) / 7.0");
    }
    return type == Simple.INSTANT
        ? both("clock_timestamp()", "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')")
        : null;
  }

  private Sql constant(TypeSketch type, int salt) {
    if (type.array()) {
      return Sql.of("'{}'");
    }
    if (type.isEnum()) {
      return Sql.of('\'' + word(type, salt) + '\'');
    }
    if (type.scalar() == Simple.BOOLEAN) {
      return Sql.of(salt % 2 == 0 ? "false" : "true");
    }
    if (type.family() == Family.NUMBER) {
      return Sql.of(plain(type.scalar(), salt, Dialect.POSTGRESQL));
    }
    if (type.scalar() instanceof Text text && text.length() == 0) {
      return Sql.of(salt % 5 == 0 ? "'it''s; -- so'" : "'x" + salt + "'");
    }
    return both(literal(type, salt, Dialect.POSTGRESQL), literal(type, salt, Dialect.SQLITE));
  }

  private static Sql both(String postgresql, String sqlite) {
    return new Sql(Map.of(Dialect.POSTGRESQL, postgresql, Dialect.SQLITE, sqlite));
  }
}
