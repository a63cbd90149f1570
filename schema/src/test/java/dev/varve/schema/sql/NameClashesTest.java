package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.RandomSchemas;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import dev.varve.schema.Seeds;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NameClashesTest {
  @ParameterizedTest
  @EnumSource
  void findsIndexesThatGetTheSameName(Dialect dialect) {
    Schema schema = schema(table("", "a", "b_c"), table("", "a_b", "c"));
    assertEquals(
        List.of("a_b_c_idx: index a.a_b_c_idx, index a_b.a_b_c_idx"), clashes(schema, dialect));
  }

  @Test
  void findsTablesThatSqliteCannotTellApart() throws Exception {
    Schema schema =
        schema(
            table("billing", "x", "c"), table("", "billing_X", "d"), table("", "BILLING_x", "e"));
    assertEquals(List.of(), clashes(schema, Dialect.POSTGRESQL));
    assertEquals(
        List.of(
            "billing_x: table BILLING_x.BILLING_x, table billing_X.billing_X",
            "billing_x: table BILLING_x.BILLING_x, table billing.x.x"),
        clashes(schema, Dialect.SQLITE));
    try (Connection connection = Databases.sqlite()) {
      Databases.run(
          connection, SchemaScript.create(schema(schema.tables().get(0)), Dialect.SQLITE));
      String again = SchemaScript.create(schema(schema.tables().get(1)), Dialect.SQLITE);
      Databases.run(connection, again.substring(0, again.indexOf(';')));
      assertEquals(
          List.of("BILLING_x"),
          Catalog.lines(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"));
    }
  }

  @Test
  void findsColumnsThatDifferInCapitalsOnly() {
    Schema schema = schema(table("", "t", "C", "c", "ä", "Ä"));
    assertEquals(List.of(), clashes(schema, Dialect.POSTGRESQL));
    assertEquals(List.of("c: column t.C, column t.c"), clashes(schema, Dialect.SQLITE));
  }

  @Test
  void findsTypesNamedAsTables() {
    EnumType type = new EnumType(QualifiedName.of("mood"), List.of("A"), "", "");
    Schema schema = new Schema(List.of(type), List.of(table("", "mood", "c")));
    assertEquals(
        List.of("mood: table mood.mood, enum type mood.mood"), clashes(schema, Dialect.POSTGRESQL));
    assertEquals(List.of(), clashes(schema, Dialect.SQLITE));
  }

  static LongStream seeds() {
    return Seeds.of(50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsNothingElse(long seed) {
    for (Dialect dialect : Dialect.values()) {
      assertEquals(List.of(), clashes(RandomSchemas.of(seed), dialect));
      assertEquals(List.of(), clashes(RichSchema.get(), dialect));
    }
  }

  private static Schema schema(Table... tables) {
    return new Schema(List.of(), List.of(tables));
  }

  private static Table table(String schema, String table, String... names) {
    QualifiedName name = new QualifiedName(schema, table);
    List<Column> columns = new ArrayList<>();
    for (String column : names) {
      columns.add(Column.of(column, Simple.INT64, false));
    }
    List<Index.Part> parts = List.of(new ColumnPart(names[0], false));
    String index = Names.index(name, List.of(names[0]));
    return new Table(
        name,
        "",
        columns,
        new PrimaryKey(Names.primaryKey(name), List.of(names[0])),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Index(index, parts, false, "", List.of(), Sql.NONE)),
        "");
  }

  private static List<String> clashes(Schema schema, Dialect dialect) {
    List<String> lines = new ArrayList<>();
    for (NameClash clash : SchemaScript.clashes(schema, dialect)) {
      lines.add(clash.name() + ": " + line(clash.first()) + ", " + line(clash.second()));
    }
    return lines;
  }

  private static String line(NameClash.Owner owner) {
    return owner.kind() + ' ' + owner.table() + '.' + owner.name();
  }
}
