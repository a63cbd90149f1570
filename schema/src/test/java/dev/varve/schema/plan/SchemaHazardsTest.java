package dev.varve.schema.plan;

import static dev.varve.schema.plan.TableBuilder.bare;
import static dev.varve.schema.plan.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Identity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaHazardsTest {
  @Test
  void findsForeignKeysWithoutIndex() {
    List<String> expected = List.of("IX101 kids.parent_id", "IX101 kids.partly_id");
    Schema schema =
        schema(
            table("parents"),
            table("kids")
                .refers("parent_id", "int64", "parents", Action.CASCADE)
                .refers("indexed_id", "int64", "parents", Action.CASCADE)
                .refers("unique_id", "int64", "parents", Action.CASCADE)
                .refers("partly_id", "int64", "parents", Action.CASCADE)
                .index("indexed_id", "id")
                .unique("unique_id")
                .index(Sql.of("id > 7"), "partly_id"));
    assertEquals(expected, found(schema, Dialect.POSTGRESQL));
    assertEquals(expected, found(schema, Dialect.SQLITE));
  }

  @Test
  void findsWideIndexes() {
    TableBuilder t = table("t").column("b", "text").column("c", "text").column("d", "text");
    t.column("e", "text").index("id", "b", "c", "d").index("id", "b", "c", "d", "e");
    assertEquals(List.of("IX102 t."), found(schema(t), Dialect.POSTGRESQL));
  }

  @Test
  void findsShortCountersWherePostgresqlCounts() {
    Schema schema = schema(bare("t").column("id", "int32", new Identity()));
    assertEquals(List.of("TY101 t.id"), found(schema, Dialect.POSTGRESQL));
    assertEquals(List.of(), found(schema, Dialect.SQLITE));
  }

  @Test
  void findsTypesThatNobodyShouldUse() {
    TableBuilder t = table("t").postgres("a", "json").postgres("b", "char(3)");
    t.postgres("c", "money").postgres("d", "timetz").postgres("e", "jsonb");
    t.postgres("f", "timestamptz(3)").postgres("g", "varchar");
    assertEquals(
        List.of("TY102 t.a", "TY103 t.b", "TY103 t.c", "TY103 t.d"),
        found(schema(t), Dialect.POSTGRESQL));
  }

  private static Schema schema(TableBuilder... builders) {
    List<Table> tables = new ArrayList<>();
    for (TableBuilder builder : builders) {
      tables.add(builder.build());
    }
    return new Schema(List.of(), tables);
  }

  private static List<String> found(Schema schema, Dialect dialect) {
    List<String> found = new ArrayList<>();
    for (Hazard hazard : SchemaHazards.of(schema, dialect)) {
      found.add(hazard.code() + " " + hazard.subject());
    }
    return found;
  }
}
