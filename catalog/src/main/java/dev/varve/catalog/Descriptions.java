package dev.varve.catalog;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import dev.varve.schema.sql.PostgresCasts;
import dev.varve.schema.sql.SqliteStatements;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of a table as text by name. Two parts are equal if their texts are. Where names mean
 * nothing, the text itself is the name.
 */
final class Descriptions {
  private final Dialect dialect;

  Descriptions(Dialect dialect) {
    this.dialect = dialect;
  }

  Map<String, String> columns(Table table) {
    Map<String, String> columns = new TreeMap<>();
    for (Column column : table.columns()) {
      String type = column.nullable() ? "nullable " + type(column) : type(column) + " not null";
      columns.put(column.name(), type + source(column.source()));
    }
    return columns;
  }

  /** In the engine's own words, quoted where the model has none of its own for it. */
  private String type(Column column) {
    String type =
        switch (dialect) {
          case POSTGRESQL -> PostgresCasts.writtenType(column);
          case SQLITE -> SqliteStatements.type(column);
        };
    return column.sqlType().containsKey(dialect) ? '"' + type + '"' : type;
  }

  private String source(ValueSource source) {
    if (source instanceof Identity) {
      return " identity";
    }
    if (source instanceof RandomUuid) {
      return " random";
    }
    if (source instanceof Default value) {
      return " default " + text(value.expression());
    }
    if (source instanceof Computed computed) {
      return (computed.stored() ? " stored as " : " computed as ") + text(computed.expression());
    }
    return "";
  }

  private String text(Sql sql) {
    String text = sql.in(dialect).orElse("");
    return switch (dialect) {
      case POSTGRESQL -> PostgresTexts.comparable(text);
      case SQLITE -> SqliteLexer.comparable(text);
    };
  }

  String primaryKey(Table table) {
    if (table.primaryKey().columns().isEmpty()) {
      return "";
    }
    return switch (dialect) {
      case POSTGRESQL -> table.primaryKey().name() + ' ' + list(table.primaryKey().columns());
      case SQLITE -> list(table.primaryKey().columns());
    };
  }

  Map<String, String> uniqueKeys(Table table) {
    Map<String, String> keys = new TreeMap<>();
    for (UniqueKey key : table.uniqueKeys()) {
      add(keys, key.name(), list(key.columns()));
    }
    return keys;
  }

  Map<String, String> checks(Table table) {
    Map<String, String> checks = new TreeMap<>();
    for (Check check : table.checks()) {
      add(checks, check.name(), '(' + text(check.condition()) + ')');
    }
    return checks;
  }

  Map<String, String> foreignKeys(Table table) {
    Map<String, String> keys = new TreeMap<>();
    for (ForeignKey key : table.foreignKeys()) {
      add(
          keys,
          key.name(),
          list(key.columns())
              + " references "
              + key.target()
              + ' '
              + list(key.targetColumns())
              + action(" on delete ", key.onDelete())
              + action(" on update ", key.onUpdate())
              + (key.deferrable() ? " deferrable" : ""));
    }
    return keys;
  }

  private static String action(String event, Action action) {
    return action == Action.NO_ACTION
        ? ""
        : event + action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  Map<String, String> indexes(Table table) {
    Map<String, String> indexes = new TreeMap<>();
    for (Index index : table.indexes()) {
      StringBuilder text = new StringBuilder(index.unique() ? "unique " : "");
      for (int i = 0; i < index.parts().size(); i++) {
        text.append(i == 0 ? "(" : ", ").append(part(index.parts().get(i)));
      }
      text.append(')');
      text.append(index.method().isEmpty() ? "" : " using " + index.method());
      text.append(index.include().isEmpty() ? "" : " include " + list(index.include()));
      text.append(index.where().equals(Sql.NONE) ? "" : " where " + text(index.where()));
      indexes.put(index.name(), text.toString());
    }
    return indexes;
  }

  private String part(Part part) {
    String text =
        part instanceof ColumnPart column
            ? name(column.name())
            : text(((ExpressionPart) part).sql());
    return text + (part.descending() ? " desc" : "");
  }

  /** Adds a constraint; in SQLite those of one text are told apart by their number. */
  private void add(Map<String, String> parts, String name, String text) {
    switch (dialect) {
      case POSTGRESQL -> parts.put(name, text);
      case SQLITE -> {
        String key = text;
        for (int i = 2; parts.containsKey(key); i++) {
          key = text + " #" + i;
        }
        parts.put(key, text);
      }
    }
  }

  private String list(List<String> names) {
    StringBuilder list = new StringBuilder("(");
    for (int i = 0; i < names.size(); i++) {
      list.append(i == 0 ? "" : ", ").append(name(names.get(i)));
    }
    return list.append(')').toString();
  }

  private String name(String name) {
    return switch (dialect) {
      case POSTGRESQL -> name;
      case SQLITE -> SqliteLexer.lowerCase(name);
    };
  }

  static String enumType(EnumType type) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < type.values().size(); i++) {
      text.append(i == 0 ? "" : ", ").append(quoted(type.values().get(i)));
    }
    text.append(')').append(type.comment().isEmpty() ? "" : " comment ");
    return text.append(quotedOrEmpty(type.comment())).toString();
  }

  static String quotedOrEmpty(String text) {
    return text.isEmpty() ? "" : quoted(text);
  }

  /** On one line. */
  static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\"", "\\\"")
        + '"';
  }
}
