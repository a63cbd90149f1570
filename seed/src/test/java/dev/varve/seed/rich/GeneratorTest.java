package dev.varve.seed.rich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.seed.load.TableName;
import dev.varve.seed.value.Choices;
import dev.varve.seed.value.Inventor;
import dev.varve.seed.value.JavaType;
import dev.varve.seed.value.ValueDomain;
import dev.varve.seed.value.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What plans decide, without a database. */
class GeneratorTest {
  private static PlanColumn column(int index, String name, String type, boolean identity) {
    ValueType valueType = ValueType.parse(type);
    Choices<Object> choices =
        valueType.words().isEmpty() ? plenty(valueType) : Choices.of(valueType.words());
    return new PlanColumn(
        index,
        name,
        name,
        valueType,
        false,
        false,
        List.of(),
        identity,
        false,
        false,
        () -> choices);
  }

  private static Choices<Object> plenty(ValueType type) {
    return type.kind() == ValueType.Kind.DATE
        ? new Inventor(1).choices("t", "c", type, new JavaType(LocalDate.class), ValueDomain.ALL)
        : new Choices<>(Choices.PLENTY, 1000, number -> number);
  }

  private static PlanTable table(String entity, PlanUnique... uniques) {
    List<PlanColumn> columns = new ArrayList<>(List.of(column(0, "id", "int64", true)));
    if (entity.equals("Booking")) {
      columns.add(column(1, "room_id", "int64", false));
      columns.add(column(2, "person_id", "int64", false));
      columns.add(column(3, "slot", "words(MORNING,NOON,EVENING)", false));
    }
    if (entity.equals("Night")) {
      columns.add(column(1, "room_id", "int64", false));
      columns.add(column(2, "day", "date", false));
    }
    if (entity.equals("Team")) {
      columns.add(column(1, "firm_id", "int64", false));
    }
    if (entity.equals("Desk")) {
      columns.add(column(1, "team_id", "int64", false));
    }
    if (entity.equals("Move")) {
      columns.add(column(1, "from_id", "int64", false));
      columns.add(column(2, "to_id", "int64", false));
    }
    if (entity.equals("Permit")) {
      columns.add(column(1, "firm_id", "int64", false));
      columns.add(column(2, "move_id", "int64", false));
    }
    if (entity.equals("Lease")) {
      columns.add(column(1, "firm_id", "int64", false));
      columns.add(column(2, "team_id", "int64", false));
    }
    if (entity.equals("Seat")) {
      columns.add(column(1, "firm_id", "int64", false));
      columns.add(column(2, "desk_id", "int64", false));
    }
    return new PlanTable(entity, TableName.of(entity), columns, new int[] {0}, List.of(uniques));
  }

  @Test
  void twoUniqueKeysThatShareASmallColumnUseUpAllThatThereIs() {
    PlanTable room = table("Room");
    PlanTable person = table("Person");
    PlanTable booking =
        table(
            "Booking",
            new PlanUnique("person_slot", new int[] {2, 3}),
            new PlanUnique("room_slot", new int[] {1, 3}));
    booking.refer(
        List.of(
            new PlanRelation(
                0, "room", "room_fkey", new int[] {1}, room, new int[] {0}, false, true),
            new PlanRelation(
                1, "person", "person_fkey", new int[] {2}, person, new int[] {0}, false, true)),
        List.of());
    List<PlanRow> rows = rows(booking, node(room, 10), node(person, 20), node(booking, 30));
    Set<List<Object>> taken = new HashSet<>();
    for (PlanRow row : rows) {
      taken.add(List.of("room", row.parents[0], row.cells[3]));
      taken.add(List.of("person", row.parents[1], row.cells[3]));
    }
    assertEquals(60, taken.size());
  }

  @Test
  void aKeyOfARelationAndADayTakesOrdinaryDaysFirst() {
    for (int rooms : new int[] {1, 7}) {
      PlanTable room = table("Room");
      PlanTable night = table("Night", new PlanUnique("room_day", new int[] {1, 2}));
      night.refer(
          List.of(
              new PlanRelation(
                  0, "room", "room_fkey", new int[] {1}, room, new int[] {0}, false, true)),
          List.of());
      int ordinary = 1461 * rooms;
      Set<List<Object>> taken = new HashSet<>();
      int early = 0;
      for (PlanRow row : rows(night, node(room, rooms), node(night, ordinary + 100))) {
        LocalDate day = (LocalDate) row.cells[2];
        early += day.getYear() >= 2020 && day.getYear() < 2024 ? 1 : 0;
        taken.add(List.of(row.parents[0], day));
      }
      assertEquals(ordinary, early);
      assertEquals(ordinary + 100, taken.size());
    }
  }

  @Test
  void whereARowAboveHasNothingLeftOthersMustDo() {
    PlanTable firm = table("Firm");
    PlanTable team = table("Team");
    PlanTable desk = table("Desk");
    PlanTable seat = table("Seat", new PlanUnique("seat_desk", new int[] {2}));
    team.refer(List.of(relation(0, "firm", 1, firm)), List.of());
    desk.refer(List.of(relation(0, "team", 1, team)), List.of());
    seat.refer(List.of(relation(0, "firm", 1, firm), relation(1, "desk", 2, desk)), List.of());
    Set<Integer> desks = new HashSet<>();
    rows(seat, parent(firm, team, 1), parent(firm, seat, 3))
        .forEach(row -> desks.add(row.parents[1]));
    assertEquals(3, desks.size());
  }

  @Test
  void twoWaysToOneTableAgreeIfOneLeadsToTheRowThatIsKnown() {
    PlanTable firm = table("Firm");
    PlanTable move = table("Move");
    PlanTable permit = table("Permit", new PlanUnique("permit_move", new int[] {2}));
    move.refer(List.of(relation(0, "from", 1, firm), relation(1, "to", 2, firm)), List.of());
    permit.refer(List.of(relation(0, "firm", 1, firm), relation(1, "move", 2, move)), List.of());
    RowFunction functions =
        row -> {
          row.children(move, 0, 1, each -> each.parent(1), "");
          row.children(permit, 0, 1, null, "");
        };
    PlanNode firms = new PlanNode(firm, 1, functions, new Pool(firm, "firms"), "");
    List<Integer> moves = new ArrayList<>();
    rows(permit, firms).forEach(row -> moves.add(row.parents[1]));
    assertEquals(List.of(0), moves);
  }

  @Test
  void whatARowMayNotHaveIsLeftToThoseThatMay() {
    PlanTable firm = table("Firm");
    PlanTable team = table("Team");
    PlanTable lease = table("Lease", new PlanUnique("lease_team", new int[] {2}));
    team.refer(List.of(relation(0, "firm", 1, firm)), List.of());
    lease.refer(List.of(relation(0, "firm", 1, firm), relation(1, "team", 2, team)), List.of());
    RowFunction functions =
        row -> {
          row.children(team, 0, 3 - row.index(), null, "");
          row.children(lease, 0, 3 - row.index(), null, "");
        };
    PlanNode firms = new PlanNode(firm, 3, functions, new Pool(firm, "firms"), "");
    Set<Integer> teams = new HashSet<>();
    for (PlanRow row : rows(lease, firms)) {
      teams.add(row.parents[1]);
    }
    assertEquals(Set.of(0, 1, 2, 3, 4, 5), teams);
  }

  private static PlanNode parent(PlanTable table, PlanTable child, int count) {
    RowFunction children = row -> row.children(child, 0, count, null, "");
    return new PlanNode(table, 1, children, new Pool(table, table.entity), "");
  }

  private static PlanRelation relation(int index, String name, int column, PlanTable target) {
    int[] columns = {column};
    return new PlanRelation(
        index, name, name + "_fkey", columns, target, new int[] {0}, false, true);
  }

  private static PlanNode node(PlanTable table, int count) {
    return new PlanNode(table, count, null, new Pool(table, table.entity), "");
  }

  private static List<PlanRow> rows(PlanTable table, PlanNode... nodes) {
    List<PlanTable> tables = new ArrayList<>();
    for (PlanNode node : nodes) {
      tables.add(node.table());
    }
    tables.add(table);
    Runs runs = new Runs(42, tables, Facts.NONE, List.of());
    Generator generator = new Generator(42, List.of(nodes), runs);
    List<PlanRow> rows = new ArrayList<>();
    for (@Nullable Chunk chunk = generator.next(); chunk != null; chunk = generator.next()) {
      for (Chunk.Part part : chunk.parts()) {
        if (part.run().table == table) {
          rows.addAll(part.rows());
        }
      }
    }
    return rows;
  }
}
