package dev.varve.conformance.laws;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.ValueSource;
import dev.varve.schema.sql.Identifiers;
import dev.varve.schema.sql.PhysicalSchema;
import java.util.HashMap;
import java.util.Map;

/**
 * What becomes of the values of rows, said independently of how migrations are planned: for each
 * column of the present table an expression over the former one.
 */
final class Fate {
  private final Sketch from;
  private final Sketch to;
  private final Dialect dialect;
  private final Identifiers names;
  private final Map<String, Map<String, String>> defaults = new HashMap<>();

  Fate(Sketch from, Sketch to, Dialect dialect) {
    this.from = from;
    this.to = to;
    this.dialect = dialect;
    this.names = Identifiers.of(dialect);
    Schema physical = PhysicalSchema.of(to.schema(), dialect);
    physical
        .tables()
        .forEach(
            table -> {
              Map<String, String> texts = new HashMap<>();
              table
                  .columns()
                  .forEach(
                      column -> {
                        if (column.source() instanceof ValueSource.Default value) {
                          value
                              .expression()
                              .in(dialect)
                              .ifPresent(t -> texts.put(column.name(), t));
                        }
                      });
              defaults.put(names.quoted(table.name()), texts);
            });
  }

  /**
   * What a value must have become.
   *
   * @param sql over the former table: the value as text, or with an N before it where it wasn't
   *     there before; empty: it isn't known
   * @param words the present words for former ones
   */
  record Value(String sql, Map<String, String> words) {
    static final Value UNKNOWN = new Value("", Map.of());

    boolean isKnown() {
      return !sql.isEmpty();
    }

    String after(String before) {
      if (before == null) {
        return null;
      }
      String value = before.substring(1);
      return before.charAt(0) == 'N' || words.isEmpty() ? value : Words.replaced(value, words);
    }
  }

  /** The value that {@code column} of {@code present} has after the way there. */
  Value up(TableSketch present, ColumnSketch column) {
    TableSketch former = from.tables.get(present.id);
    if (column.isComputed()) {
      return Value.UNKNOWN;
    }
    if (!former.has(column.id)) {
      return added(former, present, column);
    }
    ColumnSketch old = former.column(column.id);
    Map<String, String> words = words(old);
    String kept = shown("O", kept(old, column), column);
    if (converts(old, column)) {
      return new Value(shown("N", filled(former, column), column), Map.of());
    }
    if (!old.nullable || column.nullable) {
      return new Value(kept, words);
    }
    Value fill = added(former, present, column);
    String name = names.quoted(old.name);
    return fill.isKnown()
        ? new Value(
            "CASE WHEN " + name + " IS NULL THEN " + fill.sql() + " ELSE " + kept + " END", words)
        : Value.UNKNOWN;
  }

  /** The value that {@code column} of the former table has after the way back. */
  Value down(TableSketch former, ColumnSketch column) {
    TableSketch present = to.tables.get(former.id);
    if (present == null || !present.has(column.id) || column.isComputed()) {
      return Value.UNKNOWN;
    }
    ColumnSketch now = present.column(column.id);
    boolean lossy = converts(column, now);
    boolean filled = column.nullable && !now.nullable;
    boolean replaced =
        column.type.isEnum()
            && to.replacements.keySet().stream()
                .anyMatch(id -> from.enums.get(column.type.enumeration()).word(id) != null);
    return lossy || filled || replaced || now.isComputed()
        ? Value.UNKNOWN
        : new Value(shown("O", names.quoted(column.name), column), Map.of());
  }

  /** Whether a person's expression makes the values, as there's no other way to the new type. */
  static boolean converts(ColumnSketch old, ColumnSketch column) {
    boolean sameWords =
        old.type.isEnum()
            && old.type.enumeration() == column.type.enumeration()
            && old.type.array() == column.type.array();
    return !old.type.equals(column.type)
        && !sameWords
        && !Mutation.isWider(old.type, column.type)
        && column.backfill != null;
  }

  private Value added(TableSketch former, TableSketch present, ColumnSketch column) {
    if (column.backfill != null) {
      return new Value(shown("N", filled(former, column), column), Map.of());
    }
    if (column.source instanceof SourceSketch.Default value) {
      String text = defaults.get(names.quoted(present.name)).get(column.name);
      boolean constant =
          new Values(to)
              .byDefault(column, value)
              .equals(
                  new Values(to)
                      .byDefault(
                          column,
                          new SourceSketch.Default(SourceSketch.Kind.CONSTANT, value.salt())));
      return constant && text != null
          ? new Value(shown("N", text, column), Map.of())
          : Value.UNKNOWN;
    }
    return column.source instanceof SourceSketch.Given
        ? new Value("CAST(NULL AS text)", Map.of())
        : Value.UNKNOWN;
  }

  private String filled(TableSketch former, ColumnSketch column) {
    return column.backfill.text(dialect, id -> names.quoted(former.column(id).name));
  }

  /** A value as one comparable text, with a mark before it. */
  private String shown(String mark, String sql, ColumnSketch column) {
    return switch (dialect) {
      case POSTGRESQL ->
          "'" + mark + "' || CAST(CAST((" + sql + ") AS " + type(sql, column) + ") AS text)";
      case SQLITE -> "'" + mark + "' || nullif(quote(" + sql + "), 'NULL')";
    };
  }

  private static String type(String sql, ColumnSketch column) {
    return PostgresTypes.of(column);
  }

  /** A value that stays, in the form that its column's present type has. */
  private String kept(ColumnSketch old, ColumnSketch column) {
    String name = names.quoted(old.name);
    if (dialect == Dialect.POSTGRESQL || old.type.equals(column.type) || column.type.isEnum()) {
      return name;
    }
    if (old.type.scalar() == Simple.DATE && column.type.scalar() == Simple.DATE_TIME) {
      return name + " || 'T00:00:00.000000'";
    }
    ColumnType type = column.type.scalar();
    boolean asText = type == Simple.INTEGER || type instanceof ColumnType.Decimal;
    return asText ? "CAST(" + name + " AS TEXT)" : name;
  }

  /** What has become of the words of an enum's column. */
  private Map<String, String> words(ColumnSketch old) {
    Map<String, String> words = new HashMap<>();
    EnumSketch present = to.enums.get(old.type.enumeration());
    if (!old.type.isEnum() || present == null) {
      return words;
    }
    for (EnumSketch.Word word : from.enums.get(old.type.enumeration()).words) {
      EnumSketch.Word now = present.word(word.id());
      Integer other = to.replacements.get(word.id());
      if (now == null && other != null) {
        now = present.word(other);
      }
      if (now != null) {
        words.put(word.name(), now.name());
      }
    }
    return words;
  }
}
