package dev.varve.schema.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.ColumnName;
import dev.varve.schema.RandomSchemas;
import dev.varve.schema.Schema;
import dev.varve.schema.Seeds;
import dev.varve.schema.Table;
import dev.varve.schema.json.MalformedModelException;
import dev.varve.schema.json.SchemaJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DifferLawsTest {
  /** A table comes from another schema with an index whose name two others want. */
  private static final long NAMESAKES_FROM_ANOTHER_SCHEMA = 29343708838L;

  static LongStream seeds() {
    return LongStream.concat(LongStream.of(NAMESAKES_FROM_ANOTHER_SCHEMA), Seeds.of(300));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsNothingBetweenEqualSchemas(long seed) {
    assertEquals(List.of(), difference(RandomSchemas.of(seed), RandomSchemas.of(seed)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changesLeadThereAndBack(long seed) {
    ChangedSchemas pair = ChangedSchemas.of(seed);
    List<Change> changes = Differ.changes(pair.from, pair.to, pair.renames, Map.of());
    Schema there = Changes.apply(pair.from, changes);
    assertEquals(List.of(), difference(there, pair.to));
    Schema back = Changes.apply(there, inverses(changes));
    assertEquals(List.of(), difference(back, pair.from));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changesOfUnrelatedSchemasLeadThereAndBack(long seed) {
    Schema from = RandomSchemas.of(seed);
    Schema to = RandomSchemas.of(seed + 1_000_000);
    List<Change> changes = difference(from, to);
    Schema there = Changes.apply(from, changes);
    assertEquals(List.of(), difference(there, to));
    assertEquals(List.of(), difference(Changes.apply(there, inverses(changes)), from));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachChangeLeavesAValidSchema(long seed) {
    ChangedSchemas pair = ChangedSchemas.of(seed);
    List<Change> changes = Differ.changes(pair.from, pair.to, pair.renames, Map.of());
    for (int i = 0; i <= changes.size(); i++) {
      List<Change> some = changes.subList(0, i);
      List<String> flaws = Flaws.of(Changes.apply(pair.from, some));
      assertTrue(flaws.isEmpty(), () -> flaws + " after " + some);
    }
  }

  private static List<Change> difference(Schema from, Schema to) {
    return Differ.changes(from, to, Renames.NONE, Map.of());
  }

  private static List<Change> inverses(List<Change> changes) {
    List<Change> inverses = new ArrayList<>();
    for (int i = changes.size() - 1; i >= 0; i--) {
      inverses.add(changes.get(i).inverse());
    }
    return inverses;
  }

  /** Whoever answers all questions gets a way that leads there. */
  @ParameterizedTest
  @MethodSource("seeds")
  void allQuestionsCanBeAnswered(long seed) {
    ChangedSchemas pair = ChangedSchemas.of(seed);
    assertEquals(List.of(), Comparison.of(pair.to, pair.to, Agreements.NONE).questions());
    Answers answers = new Answers(pair);
    Comparison asked = Comparison.of(pair.from, pair.to, answers.agreements());
    answers.to(asked.questions());
    Comparison answered = Comparison.of(pair.from, pair.to, answers.agreements());
    assertEquals(List.of(), answered.questions());
    Evolution way = answered.evolution();
    Schema there = Changes.apply(pair.from, way.changes());
    assertEquals(List.of(), difference(there, pair.to));
    Schema back = Changes.apply(there, way.inverse().changes());
    assertEquals(List.of(), difference(back, pair.from));
  }

  /** The other schema is written by replacing the names in all of the former's text. */
  @ParameterizedTest
  @MethodSource("seeds")
  void renamesMakeNothingAnew(long seed) throws MalformedModelException {
    Schema from = RandomSchemas.of(seed);
    Schema to =
        SchemaJson.read(
            SchemaJson.write(from).replace("whole", "entire").replace("title", "heading"));
    Map<ColumnName, String> columns = new HashMap<>();
    for (Table table : from.tables()) {
      columns.put(new ColumnName(table.name(), "whole"), "entire");
      columns.put(new ColumnName(table.name(), "title"), "heading");
    }
    Renames renames = new Renames(Map.of(), columns, Map.of(), Map.of());
    for (Change change : Differ.changes(from, to, renames, Map.of())) {
      assertTrue(change.getClass().getSimpleName().startsWith("Rename"), change::toString);
    }
  }
}
