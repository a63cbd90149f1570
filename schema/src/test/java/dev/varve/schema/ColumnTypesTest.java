package dev.varve.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypesTest {
  @ParameterizedTest
  @EnumSource
  void readsWhatItWrites(Simple type) {
    assertEquals(type, ColumnTypes.read(ColumnTypes.write(type)));
    assertEquals(new Array(type), ColumnTypes.read(ColumnTypes.write(new Array(type))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "text(320)",
        "decimal",
        "decimal(10,2)",
        "words(FREE,PRO)",
        "enum(mood)",
        "enum(billing.mood)",
        "array(text(3))",
        "array(words(A,B))",
        "date_time"
      })
  void writesWhatItReads(String text) {
    assertEquals(text, ColumnTypes.write(ColumnTypes.read(text)));
  }

  @Test
  void keepsOddWordsAndNames() {
    List<ColumnType> odd =
        List.of(
            new Words(List.of("a,b", "\\", "", "x)", "(", "\\,")),
            new Array(new Words(List.of(""))),
            new NativeEnum(new QualifiedName("a.b", "c\\.d")));
    for (ColumnType type : odd) {
      assertEquals(type, ColumnTypes.read(ColumnTypes.write(type)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "txt",
        "TEXT",
        "text(",
        "text(x)",
        "text()",
        "decimal(1)",
        "decimal(1,)",
        "array(x)",
        "array()",
        "array(array(int64))",
        "text(-1)",
        "decimal(-1,0)",
        "foo(1)",
        "int64(1)",
        "text(3) "
      })
  void refusesOthers(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ColumnTypes.read(text));
    assertEquals(true, e.getMessage().startsWith("unknown column type \""), e.getMessage());
  }
}
