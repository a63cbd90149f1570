package dev.varve.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.varve.schema.Names;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Chinook sample database, which lies beside the project where it is present at all. */
final class Chinook {
  static final Path DIRECTORY = Project.ROOT.resolveSibling("shared/data/chinook");

  /** Parents before children, as the rows must be inserted. */
  static final List<String> TABLES =
      List.of(
          "artist",
          "album",
          "employee",
          "customer",
          "genre",
          "invoice",
          "media_type",
          "track",
          "invoice_line",
          "playlist",
          "playlist_track");

  private Chinook() {}

  static boolean isPresent() {
    return Files.isReadable(DIRECTORY.resolve("Chinook_PostgreSql.sql"))
        && Files.isReadable(DIRECTORY.resolve("ChinookData.json"));
  }

  /** The script without the commands that make and enter a database. */
  static String script() throws IOException {
    String script = Files.readString(DIRECTORY.resolve("Chinook_PostgreSql.sql"));
    return script.substring(script.indexOf("CREATE TABLE album"));
  }

  /** The rows of each table: column to a text, a number or null. */
  static Map<String, List<Map<String, Object>>> rows() throws IOException {
    Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    try (JsonParser json =
        new JsonFactory().createParser(DIRECTORY.resolve("ChinookData.json").toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String table = Names.snakeCase(json.currentName());
        json.nextToken();
        List<Map<String, Object>> rows = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
          rows.add(row(json));
        }
        tables.put(table, rows);
      }
    }
    return tables;
  }

  private static Map<String, Object> row(JsonParser json) throws IOException {
    Map<String, Object> row = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String column = Names.snakeCase(json.currentName());
      row.put(
          column,
          switch (json.nextToken()) {
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> new BigDecimal(json.getText());
            default -> json.getText();
          });
    }
    return row;
  }
}
