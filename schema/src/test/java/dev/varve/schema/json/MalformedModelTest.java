package dev.varve.schema.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.schema.RichSchema;
import dev.varve.schema.Seeds;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedModelTest {
  private static final String START = "{\"format\": 1, \"names\": 1, \"tables\": [\n";
  private static final String KEY = "\"primaryKey\": {\"name\": \"k\", \"columns\": [\"a\"]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"tables\": []} | line 1: this is no schema of Varve: \"format\" should stand here;"
            + " restore the file from version control",
        "{} | line 1: this is no schema of Varve: \"format\" should stand here;"
            + " restore the file from version control",
        "{\"format\": 2, \"new\": 1} | line 1: written by a newer Varve: \"format\" is 2, this one"
            + " knows 1; use the newer one here too",
        "{\"format\": 1, \"names\": 2} | line 1: written by a newer Varve: \"names\" is 2, this one"
            + " knows 1; use the newer one here too",
        "{\"format\": 0} | line 1: there is no \"format\" 0, expected 1",
        "{\"format\": \"1\"} | line 1: found \"1\", expected a whole number",
        "{\"format\": 1, \"names\": 1, \"table\": []} | line 1: found the property \"table\", which a"
            + " schema doesn't have; remove it",
        "{\"format\": 1, \"names\": 1, \"tables\": 7} | line 1: found 7, expected an array",
        "{\"format\": 1, \"names\": 1, \"tables\": [[]]} | line 1: found [, expected an object",
        "{\"format\": 1, \"names\": 1} {} | line 1: found {, expected the end of the text",
        "[] | line 1: found [, expected an object",
        "`` | line 1: found the end of the text, expected an object",
      })
  void saysWhatIsWrongWithASchema(String text, String message) {
    assertEquals(message, error(text).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"colums\": []} | found the property \"colums\", which a table doesn't have; remove it",
        "{\"name\": \"t\"} | a table has no \"primaryKey\"; restore it from version control",
        "{\"name\": 1} | found 1, expected a string",
        "{\"columns\": [{\"name\": \"a\"}]} | a column has no \"type\"; restore it from version"
            + " control",
        "{\"columns\": [{\"type\": \"txt\"}]} | unknown column type \"txt\"; restore it from version"
            + " control",
        "{\"columns\": [{\"nullable\": false}]} | found false, expected true (what is false is left"
            + " out)",
        "{\"columns\": [{\"identity\": true, \"default\": \"1\"}]} | found a second source for a"
            + " column's value; keep one of them",
        "{\"columns\": [{\"name\": \"a\", \"type\": \"int64\", \"stored\": true}]} | found"
            + " \"stored\" at a column that isn't computed; remove it",
        "{\"columns\": [{\"default\": 1}]} | found 1, expected a string, or an object with one for"
            + " each dialect",
        "{\"columns\": [{\"default\": {\"oracle\": \"1\"}}]} | found the property \"oracle\", which a"
            + " text by dialect doesn't have; remove it",
        "{\"columns\": [{\"name\": \"a\", \"type\": \"text\"}, {\"name\": \"a\", \"type\":"
            + " \"text\"}]} | found the column \"a\" a second time; keep one of them",
        "{\"primaryKey\": {\"columns\": []}} | found an empty array, expected at least one string",
        "{\"primaryKey\": {\"columns\": [1]}} | found 1, expected a string",
        "{\"foreignKeys\": [{\"onDelete\": \"explode\"}]} | found the action \"explode\", expected"
            + " no_action, restrict, cascade, set_null or set_default",
        "{\"indexes\": [{\"name\": \"i\"}]} | an index has no \"parts\"; restore it from version"
            + " control",
        "{\"indexes\": [{\"parts\": []}]} | found an empty array, expected at least one part of an"
            + " index",
        "{\"indexes\": [{\"parts\": [{\"column\": \"a\", \"expression\": \"b\"}]}]} | found a column"
            + " and an expression in one part of an index; keep one of them",
      })
  void saysWhatIsWrongWithATable(String table, String message) {
    MalformedModelException e = error(START + table + "\n]}");
    assertEquals("line 2: " + message, e.getMessage());
    assertEquals(2, e.line());
  }

  @Test
  void findsTablesThatAMergeHasDoubled() {
    String table = "{\"name\": \"a\", \"columns\": [], " + KEY + "}";
    assertEquals(
        "line 3: found the table \"a\" a second time; keep one of them",
        error(START + table + ",\n" + table + "]}").getMessage());
  }

  @Test
  void findsPropertiesThatAMergeHasDoubled() {
    assertEquals(
        "line 3: Duplicate field 'name'; correct it, or restore the file from version control",
        error(START + "{\"name\": \"a\",\n\"name\": \"b\"}]}").getMessage());
  }

  @Test
  void findsConflictsOfAMerge() {
    assertEquals(
        "line 2: found the mark of a merge conflict; resolve the conflict, or take either side",
        error(START + "<<<<<<< HEAD\n{}\n=======\n").getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"format\": 1, nope", "not json", "{\"format\" 1}", "\u0000"})
  void findsWhatIsNoJson(String text) {
    MalformedModelException e = error(text);
    assertEquals(1, e.line());
    assertNotNull(e.getCause());
  }

  /** However much of a file is missing, it isn't taken for a smaller schema. */
  @Test
  void refusesEveryCutFile() {
    String whole = SchemaJson.write(RichSchema.get());
    for (int length = 0; length < whole.length() - 1; length++) {
      String cut = whole.substring(0, length);
      MalformedModelException e = error(cut);
      assertEquals(true, e.line() <= cut.lines().count() + 1, e.getMessage());
    }
  }

  /** Whatever an editor does to a file, it's read or refused. */
  @ParameterizedTest
  @MethodSource("seeds")
  void survivesAnyEdit(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(SchemaJson.write(RichSchema.get()));
    for (int i = 0; i < 20; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + random.nextInt(9)));
        case 1 -> text.insert(at, "{}[]\",:x1\n\\(".charAt(random.nextInt(12)));
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
      }
      try {
        SchemaJson.read(text.toString());
      } catch (MalformedModelException e) {
        assertEquals(true, e.line() > 0, e.getMessage());
      }
    }
  }

  static LongStream seeds() {
    return Seeds.of(100);
  }

  private static MalformedModelException error(String text) {
    return assertThrows(MalformedModelException.class, () -> SchemaJson.read(text), text);
  }
}
