package dev.varve.schema.json;

import dev.varve.schema.Check;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.UniqueKey;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands on one line: an enum type, a key, a check. Each method is called inside of the
 * object and leaves it.
 */
final class PartReader {
  private final JsonCursor json;
  private final SqlReader sql;

  PartReader(JsonCursor json) {
    this.json = json;
    sql = new SqlReader(json);
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
        case "condition" -> condition = sql.read();
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
    throw json.error(
        "found the action \""
            + found
            + "\", expected no_action, restrict, cascade, set_null or set_default");
  }

  QualifiedName qualifiedName() throws IOException, MalformedModelException {
    return QualifiedName.parse(json.string());
  }
}
