package dev.varve.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads JSON into maps, lists, texts, numbers and truth values. */
final class Json {
  private Json() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      Map<String, Object> object = (Map<String, Object>) value(parser);
      if (parser.nextToken() != null) {
        throw new AssertionError("something follows the JSON: " + text);
      }
      return object;
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        yield values;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> "null";
      default -> throw new AssertionError("unexpected " + parser.currentToken());
    };
  }

  /** Each path to a value with the value's type: {@code migrations[].draft: Boolean}. */
  static TreeSet<String> shape(Map<String, Object> object) {
    TreeSet<String> paths = new TreeSet<>();
    collect("", object, paths);
    return paths;
  }

  private static void collect(String path, Object value, TreeSet<String> paths) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> collect(path + '.' + name, member, paths));
    } else if (value instanceof List<?> list) {
      list.forEach(element -> collect(path + "[]", element, paths));
    } else {
      paths.add(path.substring(1) + ": " + value.getClass().getSimpleName());
    }
  }

  /** The values that lie at one member of each object of a list. */
  static List<Object> each(Map<String, Object> object, String list, String member) {
    List<Object> values = new ArrayList<>();
    for (Object element : (List<?>) object.get(list)) {
      values.add(((Map<?, ?>) element).get(member));
    }
    return values;
  }
}
