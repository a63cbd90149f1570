package dev.varve.schema.json;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a schema and its tables. */
final class SchemaReader {
  private final JsonCursor json;
  private final PartReader parts;

  SchemaReader(JsonCursor json) {
    this.json = json;
    parts = new PartReader(json);
  }

  Schema read() throws IOException, MalformedModelException {
    json.startObject();
    version("format", SchemaJson.FORMAT);
    version("names", Names.VERSION);
    List<EnumType> enumTypes = List.of();
    List<Table> tables = List.of();
    while (json.nextField()) {
      switch (json.field()) {
        case "enumTypes" -> enumTypes = enumTypes();
        case "tables" -> tables = tables();
        default -> throw json.unknownField("a schema");
      }
    }
    json.end();
    return new Schema(enumTypes, tables);
  }

  /** Versions come first, so that what a later one adds isn't taken for a mistake. */
  private void version(String field, int known) throws IOException, MalformedModelException {
    if (!json.nextField() || !json.field().equals(field)) {
      throw json.error(
          "this is no schema of Varve: \""
              + field
              + "\" should stand here;"
              + " restore the file from version control");
    }
    int version = json.integer();
    if (version > known) {
      throw json.error(
          "written by a newer Varve: \""
              + field
              + "\" is "
              + version
              + ", this one knows "
              + known
              + "; use the newer one here too");
    }
    if (version != known) {
      throw json.error("there is no \"" + field + "\" " + version + ", expected " + known);
    }
  }

  private List<EnumType> enumTypes() throws IOException, MalformedModelException {
    List<EnumType> types = new ArrayList<>();
    Set<QualifiedName> names = new HashSet<>();
    json.startArray();
    while (json.nextObject()) {
      EnumType type = parts.enumType();
      unique(names, type.name(), "enum type");
      types.add(type);
    }
    return types;
  }

  private List<Table> tables() throws IOException, MalformedModelException {
    List<Table> tables = new ArrayList<>();
    Set<QualifiedName> names = new HashSet<>();
    json.startArray();
    while (json.nextObject()) {
      Table table = table();
      unique(names, table.name(), "table");
      tables.add(table);
    }
    return tables;
  }

  private Table table() throws IOException, MalformedModelException {
    @Nullable QualifiedName name = null;
    String origin = "";
    long rows = 0;
    String comment = "";
    List<Column> columns = List.of();
    @Nullable PrimaryKey primaryKey = null;
    List<UniqueKey> uniqueKeys = List.of();
    List<Check> checks = List.of();
    List<ForeignKey> foreignKeys = List.of();
    List<Index> indexes = List.of();
    while (json.nextField()) {
      switch (json.field()) {
        case "name" -> name = parts.qualifiedName();
        case "origin" -> origin = json.string();
        case "rows" -> rows = json.count();
        case "comment" -> comment = json.string();
        case "columns" -> columns = columns();
        case "primaryKey" -> primaryKey = parts.primaryKey();
        case "uniqueKeys" -> uniqueKeys = uniqueKeys();
        case "checks" -> checks = checks();
        case "foreignKeys" -> foreignKeys = foreignKeys();
        case "indexes" -> indexes = indexes();
        default -> throw json.unknownField("a table");
      }
    }
    return new Table(
        json.required(name, "a table", "name"),
        origin,
        rows,
        columns,
        json.required(primaryKey, "a table", "primaryKey"),
        uniqueKeys,
        checks,
        foreignKeys,
        indexes,
        comment);
  }

  private List<Column> columns() throws IOException, MalformedModelException {
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.startArray();
    while (json.nextObject()) {
      Column column = new ColumnReader(json).read();
      unique(names, column.name(), "column");
      columns.add(column);
    }
    return columns;
  }

  private List<UniqueKey> uniqueKeys() throws IOException, MalformedModelException {
    List<UniqueKey> keys = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.startArray();
    while (json.nextObject()) {
      UniqueKey key = parts.uniqueKey();
      unique(names, key.name(), "unique key");
      keys.add(key);
    }
    return keys;
  }

  private List<Check> checks() throws IOException, MalformedModelException {
    List<Check> checks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.startArray();
    while (json.nextObject()) {
      Check check = parts.check();
      unique(names, check.name(), "check");
      checks.add(check);
    }
    return checks;
  }

  private List<ForeignKey> foreignKeys() throws IOException, MalformedModelException {
    List<ForeignKey> keys = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.startArray();
    while (json.nextObject()) {
      ForeignKey key = parts.foreignKey();
      unique(names, key.name(), "foreign key");
      keys.add(key);
    }
    return keys;
  }

  private List<Index> indexes() throws IOException, MalformedModelException {
    List<Index> indexes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.startArray();
    while (json.nextObject()) {
      Index index = new IndexReader(json).read();
      unique(names, index.name(), "index");
      indexes.add(index);
    }
    return indexes;
  }

  /** What a careless merge gives: the same thing twice. */
  private <T> void unique(Set<T> names, T name, String kind) throws MalformedModelException {
    if (!names.add(name)) {
      throw json.error("found the " + kind + " \"" + name + "\" a second time; keep one of them");
    }
  }
}
