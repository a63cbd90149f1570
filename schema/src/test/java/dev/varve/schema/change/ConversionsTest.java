package dev.varve.schema.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.ValueSource.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversionsTest {
  private static final Schema TYPES =
      new Schema(
          List.of(new EnumType(QualifiedName.of("ab"), List.of("A", "B"), "", "")), List.of());
  private static final Conversions CONVERSIONS = new Conversions(TYPES, TYPES);

  private static Conversion between(String from, String to) {
    return CONVERSIONS.of(ColumnTypes.read(from), ColumnTypes.read(to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boolean | int16 int32 int64 text text(5)",
        "int16 | int32 int64 integer float32 float64 decimal decimal(5,0) decimal(7,2) text text(6)",
        "int32 | int64 integer float64 decimal decimal(10,0) decimal(12,2) text text(11)",
        "int64 | integer decimal decimal(19,0) text text(20)",
        "integer | decimal text",
        "float32 | float64",
        "decimal(9,2) | decimal decimal(9,2) decimal(10,2) decimal(10,3) text text(11)",
        "decimal(2,2) | decimal(3,2) text(5)",
        "decimal(4,0) | int16 int32 int64 integer decimal(4,0) decimal(5,1) text(5)",
        "decimal(9,0) | int32 int64 integer",
        "decimal(18,0) | int64 integer",
        "decimal | text",
        "char | text text(1)",
        "text(9) | text text(9) text(10)",
        "words(A,B) | text text(1) enum(ab) words(B,A) words(B,C,A)",
        "enum(ab) | text text(1) words(A,B) words(A,B,C)",
        "uuid | text text(36)",
        "inet | text text(43)",
        "json | text",
        "date | date_time",
        "array(int16) | array(int32) array(text)"
      })
  void everyValueHasACounterpart(String from, String targets) {
    for (String to : targets.split(" ")) {
      Conversion expected = from.equals(to) ? Conversion.SAME : Conversion.WIDER;
      assertEquals(expected, between(from, to), from + " to " + to);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boolean | text(4)",
        "int16 | boolean decimal(4,0) decimal(6,2) text(5)",
        "int32 | boolean int16 float32 decimal(9,0) text(10)",
        "int64 | int16 int32 float32 float64 decimal(18,0) text(19)",
        "integer | int16 int32 int64 float32 float64 decimal(1000,0) text(1000)",
        "float32 | int16 int32 int64 integer decimal decimal(9,2) text",
        "float64 | float32 int64 decimal text(40)",
        "decimal(9,2) | decimal(9,3) decimal(9,1) decimal(8,2) int64 integer float64 text(10)",
        "decimal(5,0) | int16 text(5)",
        "decimal(19,0) | int64",
        "decimal | decimal(1000,0) integer int64 float64 text(9)",
        "char | words(A,B) enum(ab)",
        "text | text(9) char words(A,B) enum(ab) boolean int16 int32 int64 integer decimal float32",
        "text | float64 uuid inet json decimal(9,2)",
        "text(9) | text(8) uuid",
        "words(A,B,C) | words(A,B) enum(ab) char",
        "words(A,BB) | text(1)",
        "enum(ab) | words(A) words(B,C)",
        "uuid | text(35)",
        "inet | text(42)",
        "json | text(1000)",
        "date_time | date",
        "array(text) | array(int32) array(text(9))"
      })
  void theDatabaseCanTry(String from, String targets) {
    for (String to : targets.split(" ")) {
      assertEquals(Conversion.NARROWER, between(from, to), from + " to " + to);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boolean | instant decimal integer float64 uuid char words(A,B) json array(boolean)",
        "int64 | instant uuid json char bytes words(A,B) duration inet date",
        "decimal | boolean json uuid char",
        "float64 | boolean instant json",
        "char | int16 boolean uuid json",
        "text | instant date_time date time duration period bytes array(text)",
        "words(A,B) | int16 boolean json uuid",
        "uuid | bytes int64 json words(A,B)",
        "instant | date_time date time text int64 duration",
        "date_time | instant text time",
        "date | instant text time int64",
        "time | text date_time duration",
        "duration | period text int64",
        "period | duration text",
        "bytes | text uuid json",
        "inet | uuid bytes",
        "json | array(text) bytes int64 words(A,B)",
        "array(int16) | int16 json text array(uuid)"
      })
  void thereIsNoWay(String from, String targets) {
    for (String to : targets.split(" ")) {
      assertEquals(Conversion.NONE, between(from, to), from + " to " + to);
    }
  }

  /** What can be widened can be taken back at least by trying. */
  @Test
  void thereIsAWayBackFromWhatIsWider() {
    List<ColumnType> types = new ArrayList<>(List.of(Simple.values()));
    for (String type :
        List.of(
            "decimal",
            "decimal(9,2)",
            "decimal(4,0)",
            "text",
            "text(50)",
            "words(A)",
            "enum(ab)")) {
      types.add(ColumnTypes.read(type));
    }
    for (ColumnType from : types) {
      assertEquals(Conversion.SAME, CONVERSIONS.of(from, from));
      for (ColumnType to : types) {
        if (CONVERSIONS.of(from, to) == Conversion.WIDER) {
          assertNotEquals(Conversion.NONE, CONVERSIONS.of(to, from), from + " from " + to);
        }
      }
    }
  }

  @Test
  void overriddenTypesAreTried() {
    Column plain = Column.of("a", new Text(0), true);
    Column citext =
        new Column("a", new Text(0), true, new Given(), Map.of(Dialect.POSTGRESQL, "citext"), "");
    Column number =
        new Column(
            "a", Simple.INSTANT, true, new Given(), Map.of(Dialect.POSTGRESQL, "citext"), "");
    assertEquals(Conversion.NARROWER, CONVERSIONS.of(plain, citext));
    assertEquals(Conversion.NARROWER, CONVERSIONS.of(citext, plain));
    assertEquals(Conversion.SAME, CONVERSIONS.of(citext, citext));
    assertEquals(Conversion.NONE, CONVERSIONS.of(plain, number));
  }
}
