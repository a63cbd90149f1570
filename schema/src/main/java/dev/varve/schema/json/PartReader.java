package dev.varve.schema.json;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands on one line: a column, a key, a check, an index. Each method is called inside
 * of the object and leaves it.
 */
final class PartReader {
  private final JsonCursor json;

  PartReader(JsonCursor json) {
    this.json = json;
  }

  EnumType enumType() throws IOException, MalformedModelException {
    @Nullable QualifiedName name = null;
    @Nullable List<String> values = null;
    String origin = "";
    String comment = "";
    while (json.nextField()) {
      switch (json.field()) {
        case "name" -> name = qualifiedName();
        case "values" -> values = json.strings();
        case "origin" -> origin = json.string();
        case "comment" -> comment = json.string();
        default -> throw json.unknownField("an enum type");
      }
    }
    return new EnumType(
        json.required(name, "an enum type", "name"),
        json.required(values, "an enum type", "values"),
        origin,
        comment);
  }

  Column column() throws IOException, MalformedModelException {
    @Nullable String name = null;
    @Nullable ColumnType type = null;
    boolean nullable = false;
    SourceReader source = new SourceReader();
    Map<Dialect, String> sqlType = Map.of();
    String comment = "";
    while (json.nextField()) {
      switch (json.field()) {
        case "name" -> name = json.string();
        case "type" -> type = type();
        case "nullable" -> nullable = json.flag();
        case "identity", "randomUuid", "default", "computed", "stored" -> source.property();
        case "sqlType" -> sqlType = sqlType();
        case "comment" -> comment = json.string();
        default -> throw json.unknownField("a column");
      }
    }
    return new Column(
        json.required(name, "a column", "name"),
        json.required(type, "a column", "type"),
        nullable,
        source.value(),
        sqlType,
        comment);
  }

  private ColumnType type() throws IOException, MalformedModelException {
    try {
      return ColumnTypes.read(json.string());
    } catch (IllegalArgumentException e) {
      throw json.error(e.getMessage() + "; restore it from version control");
    }
  }

  private Map<Dialect, String> sqlType() throws IOException, MalformedModelException {
    json.startObject();
    return byDialect();
  }

  /** Collects the properties that say where a column's value comes from. */
  private final class SourceReader {
    private @Nullable ValueSource source;
    private boolean stored;

    void property() throws IOException, MalformedModelException {
      switch (json.field()) {
        case "stored" -> stored = json.flag();
        case "identity" -> only(json.flag() ? new Identity() : null);
        case "randomUuid" -> only(json.flag() ? new RandomUuid() : null);
        case "default" -> only(new Default(sql()));
        default -> only(new Computed(sql(), false));
      }
    }

    private void only(@Nullable ValueSource found) throws MalformedModelException {
      if (source != null) {
        throw json.error("found a second source for a column's value; keep one of them");
      }
      source = found;
    }

    ValueSource value() throws MalformedModelException {
      if (source instanceof Computed computed) {
        return new Computed(computed.expression(), stored);
      }
      if (stored) {
        throw json.error("found \"stored\" at a column that isn't computed; remove it");
      }
      return source == null ? new Given() : source;
    }
  }

  PrimaryKey primaryKey() throws IOException, MalformedModelException {
    json.startObject();
    UniqueKey key = uniqueKey();
    return new PrimaryKey(key.name(), key.columns());
  }

  UniqueKey uniqueKey() throws IOException, MalformedModelException {
    @Nullable String name = null;
    @Nullable List<String> columns = null;
    while (json.nextField()) {
      switch (json.field()) {
        case "name" -> name = json.string();
        case "columns" -> columns = json.strings();
        default -> throw json.unknownField("a key");
      }
    }
    return new UniqueKey(
        json.required(name, "a key", "name"), json.required(columns, "a key", "columns"));
  }

  Check check() throws IOException, MalformedModelException {
    @Nullable String name = null;
    @Nullable Sql condition = null;
    while (json.nextField()) {
      switch (json.field()) {
        case "name" -> name = json.string();
        case "condition" -> condition = sql();
        default -> throw json.unknownField("a check");
      }
    }
    return new Check(
        json.required(name, "a check", "name"), json.required(condition, "a check", "condition"));
  }

  ForeignKey foreignKey() throws IOException, MalformedModelException {
    @Nullable String name = null;
    @Nullable List<String> columns = null;
    @Nullable QualifiedName target = null;
    @Nullable List<String> targetColumns = null;
    Action onDelete = Action.NO_ACTION;
    Action onUpdate = Action.NO_ACTION;
    boolean deferrable = false;
    while (json.nextField()) {
      switch (json.field()) {
        case "name" -> name = json.string();
        case "columns" -> columns = json.strings();
        case "target" -> target = qualifiedName();
        case "targetColumns" -> targetColumns = json.strings();
        case "onDelete" -> onDelete = action();
        case "onUpdate" -> onUpdate = action();
        case "deferrable" -> deferrable = json.flag();
        default -> throw json.unknownField("a foreign key");
      }
    }
    return new ForeignKey(
        json.required(name, "a foreign key", "name"),
        json.required(columns, "a foreign key", "columns"),
        json.required(target, "a foreign key", "target"),
        json.required(targetColumns, "a foreign key", "targetColumns"),
        onDelete,
        onUpdate,
        deferrable);
  }

  private Action action() throws IOException, MalformedModelException {
    String found = json.string();
    for (Action action : Action.values()) {
      if (action.name().toLowerCase(Locale.ROOT).equals(found)) {
        return action;
      }
    }
    throw json.error("found the action \"" + found + "\", expected one like \"cascade\"");
  }

  Index index() throws IOException, MalformedModelException {
    @Nullable String name = null;
    List<Index.Part> parts = List.of();
    boolean unique = false;
    String method = "";
    List<String> include = List.of();
    Sql where = Sql.NONE;
    while (json.nextField()) {
      switch (json.field()) {
        case "name" -> name = json.string();
        case "parts" -> parts = parts();
        case "unique" -> unique = json.flag();
        case "method" -> method = json.string();
        case "include" -> include = json.strings();
        case "where" -> where = sql();
        default -> throw json.unknownField("an index");
      }
    }
    return new Index(
        json.required(name, "an index", "name"), parts, unique, method, include, where);
  }

  private List<Index.Part> parts() throws IOException, MalformedModelException {
    List<Index.Part> parts = new ArrayList<>();
    json.startArray();
    while (json.nextObject()) {
      parts.add(part());
    }
    return parts;
  }

  private Index.Part part() throws IOException, MalformedModelException {
    @Nullable String column = null;
    @Nullable Sql expression = null;
    boolean descending = false;
    while (json.nextField()) {
      switch (json.field()) {
        case "column" -> column = json.string();
        case "expression" -> expression = sql();
        case "descending" -> descending = json.flag();
        default -> throw json.unknownField("a part of an index");
      }
    }
    if (expression == null) {
      return new Index.ColumnPart(
          json.required(column, "a part of an index", "column"), descending);
    }
    return new Index.ExpressionPart(expression, descending);
  }

  QualifiedName qualifiedName() throws IOException, MalformedModelException {
    return QualifiedName.parse(json.string());
  }

  private Sql sql() throws IOException, MalformedModelException {
    String shared = json.stringOrObject();
    return shared == null ? new Sql(byDialect()) : Sql.of(shared);
  }

  /** The rest of an object with a text for each dialect. */
  private Map<Dialect, String> byDialect() throws IOException, MalformedModelException {
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    while (json.nextField()) {
      texts.put(dialect(json.field()), json.string());
    }
    return texts;
  }

  private Dialect dialect(String name) throws IOException, MalformedModelException {
    for (Dialect dialect : Dialect.values()) {
      if (dialect.directory().equals(name)) {
        return dialect;
      }
    }
    throw json.unknownField("a text by dialect");
  }
}
