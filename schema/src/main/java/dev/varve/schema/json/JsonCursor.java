package dev.varve.schema.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON text, read once from start to end. It expects what the caller asks for, and
 * complains about anything else with the line and what was found.
 */
final class JsonCursor {
  private final JsonParser parser;

  JsonCursor(JsonParser parser) {
    this.parser = parser;
  }

  /** Goes into the object that comes next. */
  void startObject() throws IOException, MalformedModelException {
    expect(JsonToken.START_OBJECT, "an object");
  }

  /** Goes into the array that comes next. */
  void startArray() throws IOException, MalformedModelException {
    expect(JsonToken.START_ARRAY, "an array");
  }

  /** Goes to the next property of the object, or behind the object if there is none. */
  boolean nextField() throws IOException {
    return parser.nextToken() == JsonToken.FIELD_NAME;
  }

  /** The property that {@link #nextField} came to. */
  String field() throws IOException {
    return parser.currentName();
  }

  /** Goes into the next object of the array, or behind the array if there is none. */
  boolean nextObject() throws IOException, MalformedModelException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return false;
    }
    if (token != JsonToken.START_OBJECT) {
      throw wrong("an object");
    }
    return true;
  }

  /** The string that comes next. */
  String string() throws IOException, MalformedModelException {
    expect(JsonToken.VALUE_STRING, "a string");
    return parser.getText();
  }

  /** The string that comes next, or null if an object comes, which is entered. */
  @Nullable String stringOrObject() throws IOException, MalformedModelException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING) {
      throw wrong("a string, or an object with one for each dialect");
    }
    return parser.getText();
  }

  /** The strings of the array that comes next, at least one. */
  List<String> strings() throws IOException, MalformedModelException {
    startArray();
    List<String> strings = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw wrong("a string");
      }
      strings.add(parser.getText());
    }
    if (strings.isEmpty()) {
      throw error("found an empty array, expected at least one string");
    }
    return strings;
  }

  /** The whole number that comes next. */
  int integer() throws IOException, MalformedModelException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return parser.getIntValue();
  }

  /** The number of things that comes next, more than 0: what is 0 is left out. */
  long count() throws IOException, MalformedModelException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER || parser.getLongValue() < 1) {
      throw wrong("a whole number from 1 to " + Long.MAX_VALUE);
    }
    return parser.getLongValue();
  }

  /** The {@code true} that comes next: what is false is left out. */
  boolean flag() throws IOException, MalformedModelException {
    expect(JsonToken.VALUE_TRUE, "true (what is false is left out)");
    return true;
  }

  /** Makes sure that nothing comes any more. */
  void end() throws IOException, MalformedModelException {
    if (parser.nextToken() != null) {
      throw wrong("the end of the text");
    }
  }

  /** A value of the object just read that must be there. */
  <T> T required(@Nullable T value, String object, String field) throws MalformedModelException {
    if (value == null) {
      throw error(object + " has no \"" + field + "\"; restore it from version control");
    }
    return value;
  }

  /** The error that the property at hand is none of an object. */
  MalformedModelException unknownField(String object) throws IOException {
    return error(
        "found the property \"" + field() + "\", which " + object + " doesn't have; remove it");
  }

  /** An error at this place. */
  MalformedModelException error(String message) {
    return new MalformedModelException(parser.currentTokenLocation().getLineNr(), message);
  }

  private void expect(JsonToken token, String name) throws IOException, MalformedModelException {
    if (parser.nextToken() != token) {
      throw wrong(name);
    }
  }

  private MalformedModelException wrong(String expected) throws IOException {
    return error("found " + found() + ", expected " + expected);
  }

  private String found() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "the end of the text";
    }
    return token == JsonToken.VALUE_STRING ? '"' + parser.getText() + '"' : parser.getText();
  }
}
