package dev.varve.processor.read;

import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads constraints on texts, on what has a size, and on truth values. */
final class TextConstraints {
  private final Patterns patterns;

  TextConstraints(Set<Dialect> targets, Problems problems) {
    patterns = new Patterns(targets, problems);
  }

  /** Adds what a constraint says; false if it can't be said. */
  boolean read(ColumnConstraint constraint) {
    return switch (constraint.mark().name()) {
      case "Size" -> size(constraint);
      case "NotEmpty" -> notEmpty(constraint);
      case "NotBlank" -> isText(constraint) && notBlank(constraint);
      case "Email" -> isText(constraint) && email(constraint);
      case "Pattern" -> isText(constraint) && patterns.read(constraint);
      case "AssertTrue" -> constraint.type() == Simple.BOOLEAN && is(constraint, true);
      case "AssertFalse" -> constraint.type() == Simple.BOOLEAN && is(constraint, false);
      default -> false;
    };
  }

  private static boolean isText(ColumnConstraint constraint) {
    return constraint.type() instanceof Text;
  }

  private static boolean size(ColumnConstraint constraint) {
    long least = constraint.mark().number("min", 0);
    long most = constraint.mark().number("max", Integer.MAX_VALUE);
    if (constraint.type() instanceof Text text) {
      constraint.domain().lengthAtLeast(least);
      constraint.domain().lengthAtMost(most);
      boolean byType = text.length() > 0 && text.length() <= most;
      between(constraint, lengths("length", "length"), least, byType ? Integer.MAX_VALUE : most);
      return true;
    }
    return sizeOfOther(constraint, least, most);
  }

  private static boolean sizeOfOther(ColumnConstraint constraint, long least, long most) {
    Map<Dialect, String> functions;
    if (constraint.type() instanceof Array) {
      functions = lengths("cardinality", "json_array_length");
    } else if (constraint.type() == Simple.BYTES) {
      functions = lengths("octet_length", "length");
    } else {
      return false;
    }
    constraint.domain().lengthAtLeast(least);
    constraint.domain().lengthAtMost(most);
    between(constraint, functions, least, most);
    return true;
  }

  private static Map<Dialect, String> lengths(String postgres, String sqlite) {
    Map<Dialect, String> functions = new EnumMap<>(Dialect.class);
    functions.put(Dialect.POSTGRESQL, postgres);
    functions.put(Dialect.SQLITE, sqlite);
    return functions;
  }

  private static void between(
      ColumnConstraint constraint, Map<Dialect, String> functions, long least, long most) {
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      String length = functions.get(dialect) + '(' + constraint.sqlName() + ')';
      if (least > 0 && most < Integer.MAX_VALUE) {
        texts.put(dialect, length + " BETWEEN " + least + " AND " + most);
      } else if (least > 0) {
        texts.put(dialect, length + " >= " + least);
      } else if (most < Integer.MAX_VALUE) {
        texts.put(dialect, length + " <= " + most);
      }
    }
    if (!texts.isEmpty()) {
      constraint.check(new Sql(texts));
    }
  }

  private static boolean notEmpty(ColumnConstraint constraint) {
    if (!isText(constraint)) {
      return sizeOfOther(constraint, 1, Integer.MAX_VALUE);
    }
    constraint.domain().lengthAtLeast(1);
    constraint.check(constraint.sqlName() + " <> ''");
    return true;
  }

  /** A character that isn't white space in the sense of {@code String.trim}. */
  private static boolean notBlank(ColumnConstraint constraint) {
    constraint.domain().notBlank();
    String name = constraint.sqlName();
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    texts.put(Dialect.POSTGRESQL, name + " ~ '\\S'");
    texts.put(Dialect.SQLITE, "trim(" + name + ", ' ' || char(9, 10, 11, 12, 13)) <> ''");
    constraint.check(new Sql(texts));
    return true;
  }

  /** As lax as the validators are: an empty text is an address to them. */
  private static boolean email(ColumnConstraint constraint) {
    constraint.domain().matching("(?s)(.+@.+)?");
    String name = constraint.sqlName();
    constraint.check(name + " = '' OR " + name + " LIKE '%_@_%'");
    return true;
  }

  private static boolean is(ColumnConstraint constraint, boolean value) {
    constraint.domain().oneOf(List.of(Boolean.toString(value)));
    constraint.check(constraint.sqlName() + (value ? " = true" : " = false"));
    return true;
  }
}
