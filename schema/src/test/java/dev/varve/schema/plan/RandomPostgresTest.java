package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.RandomSchemas;
import dev.varve.schema.Schema;
import dev.varve.schema.Seeds;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.change.Conversion;
import dev.varve.schema.change.Conversions;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.change.Fill;
import dev.varve.schema.change.Renames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From any schema to any other and back, with all that the model can say, without rows. */
class RandomPostgresTest {
  static LongStream seeds() {
    return Seeds.of(20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void leadsThereAndBack(long seed) throws Exception {
    Evolution evolution = evolution(RandomSchemas.of(seed), RandomSchemas.of(~seed));
    Versions versions = new Versions(seed % 2 == 0 ? 14 : 18, 3037);
    List<Migration> migrations = MigrationPlanner.plan(evolution, Dialect.POSTGRESQL, versions);
    String from = PostgresDatabase.stored(evolution.from());
    String to = PostgresDatabase.stored(evolution.to());
    try (PostgresDatabase database = PostgresDatabase.with(evolution.from())) {
      for (Migration migration : migrations) {
        database.run(migration.up());
      }
      assertEquals(to, database.stored());
      for (int i = migrations.size() - 1; i >= 0; i--) {
        if (migrations.get(i).down().irreversible().isPresent()) {
          return;
        }
        database.run(migrations.get(i).down());
      }
      assertEquals(from, database.stored());
    }
  }

  /** Where a conversion needs one, an expression. */
  private static Evolution evolution(Schema from, Schema to) {
    Conversions conversions = new Conversions(from, to);
    Map<ColumnName, Fill> fills = new HashMap<>();
    for (Table table : to.tables()) {
      for (Column column : table.columns()) {
        Optional<Column> former = former(from, table, column);
        Conversion conversion =
            former.map(old -> conversions.of(old, column)).orElse(Conversion.SAME);
        boolean converts = conversion == Conversion.NARROWER || conversion == Conversion.NONE;
        Fill fill = new Fill.Computed(Sql.of("NULL"), converts);
        fills.put(new ColumnName(table.name(), column.name()), fill);
      }
    }
    return new Evolution(from, to, Renames.NONE, fills, Map.of(), Map.of(), List.of());
  }

  private static Optional<Column> former(Schema from, Table present, Column column) {
    return from.tables().stream()
        .filter(table -> table.name().equals(present.name()))
        .findFirst()
        .flatMap(table -> table.column(column.name()));
  }
}
