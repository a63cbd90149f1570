package dev.varve.schema.json;

import dev.varve.schema.Index;
import dev.varve.schema.Sql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an index, inside of whose object it is called; it leaves it. */
final class IndexReader {
  private final JsonCursor json;
  private final SqlReader sql;

  IndexReader(JsonCursor json) {
    this.json = json;
    sql = new SqlReader(json);
  }

  Index read() throws IOException, MalformedModelException {
    @Nullable String name = null;
    @Nullable List<Index.Part> parts = null;
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
        case "where" -> where = sql.read();
        default -> throw json.unknownField("an index");
      }
    }
    return new Index(
        json.required(name, "an index", "name"),
        json.required(parts, "an index", "parts"),
        unique,
        method,
        include,
        where);
  }

  private List<Index.Part> parts() throws IOException, MalformedModelException {
    List<Index.Part> parts = new ArrayList<>();
    json.startArray();
    while (json.nextObject()) {
      parts.add(part());
    }
    if (parts.isEmpty()) {
      throw json.error("found an empty array, expected at least one part of an index");
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
        case "expression" -> expression = sql.read();
        case "descending" -> descending = json.flag();
        default -> throw json.unknownField("a part of an index");
      }
    }
    if (expression == null) {
      return new Index.ColumnPart(
          json.required(column, "a part of an index", "column"), descending);
    }
    if (column != null) {
      throw json.error(
          "found a column and an expression in one part of an index; keep one of them");
    }
    return new Index.ExpressionPart(expression, descending);
  }
}
