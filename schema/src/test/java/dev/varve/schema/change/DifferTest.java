package dev.varve.schema.change;

import static dev.varve.schema.change.Sample.index;
import static dev.varve.schema.change.Sample.reference;
import static dev.varve.schema.change.Sample.schema;
import static dev.varve.schema.change.Sample.table;
import static dev.varve.schema.change.Sample.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.AlterEnum;
import dev.varve.schema.change.Change.CommentTable;
import dev.varve.schema.change.Change.CreateTable;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropTable;
import dev.varve.schema.change.Change.RenameEnumValue;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class DifferTest {
  private static final QualifiedName MOOD = QualifiedName.of("mood");

  private static List<Change> changes(Schema from, Schema to, Renames renames) {
    List<Change> changes = Differ.changes(from, to, renames, Map.of());
    Schema applied = Changes.apply(from, changes);
    assertEquals(List.of(), Differ.changes(applied, to, Renames.NONE, Map.of()));
    return changes;
  }

  private static List<Change> changes(Table from, Table to) {
    return changes(schema(from), schema(to), Renames.NONE);
  }

  private static String kinds(List<Change> changes) {
    return String.join(" ", ChangeNames.of(changes));
  }

  private static Renames column(String former, String present) {
    return new Renames(Map.of(), Map.of(Agreed.name(former), present), Map.of(), Map.of());
  }

  private static Renames table(String former, String present) {
    return new Renames(
        Map.of(QualifiedName.parse(former), QualifiedName.parse(present)),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static Table with(Table table, Consumer<TableEdit> change) {
    TableEdit edit = new TableEdit(table);
    change.accept(edit);
    return edit.table();
  }

  private static Schema moods(List<String> values, Table... tables) {
    return new Schema(List.of(new EnumType(MOOD, values, "", "")), List.of(tables));
  }

  @Test
  void theOrderOfColumnsAndOriginsAreNoDifference() {
    assertEquals(
        List.of(),
        changes(
            Sample.table("t", "x.A", "a int32", "b text"),
            Sample.table("t", "x.B", "b text", "a int32")));
  }

  @Test
  void whiteSpaceInSqlIsNoDifference() {
    Table from = with(Sample.table("t", "x.T"), t -> t.checks.add(check("id>0 and id < 9")));
    Table to = with(Sample.table("t", "x.T"), t -> t.checks.add(check("\"id\" > 0 AND id < 9")));
    assertEquals(List.of(), changes(from, to));
  }

  private static Check check(String condition) {
    return new Check("t_check", Sql.of(condition));
  }

  /** Everything that can mention a column follows it, so that nothing has to be made anew. */
  @Test
  void aRenamedColumnKeepsAllThatIsOverIt() {
    Table from = overColumn("fax");
    Table to = overColumn("order");
    Table child = reference(Sample.table("c", "x.C", "t_fax text"), "t_fax", "t", "fax");
    Table childOfTo = with(child, t -> t.foreignKeys.replaceAll(key -> to(key, "order")));
    assertEquals(
        "RenameColumn RenameConstraint RenameIndex",
        kinds(changes(schema(child, from), schema(childOfTo, to), column("t.fax", "order"))));
  }

  private static ForeignKey to(ForeignKey key, String column) {
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.target(),
        List.of(column),
        key.onDelete(),
        key.onUpdate(),
        key.deferrable());
  }

  private static Table overColumn(String column) {
    String quoted = column.equals("order") ? "\"order\"" : column;
    Table bare = index(unique(Sample.table("t", "x.T", column + " text"), column), column);
    return with(
        bare,
        t -> {
          t.checks.add(new Check("t_check", Sql.of("t." + quoted + " <> 'fax'")));
          t.indexes.add(
              new Index(
                  "t_lower_idx",
                  List.of(new ExpressionPart(Sql.of("lower(" + quoted + ")"), true)),
                  false,
                  "",
                  List.of(column),
                  Sql.of(quoted + " IS NOT NULL")));
          t.columns.add(
              new Column(
                  "small",
                  Simple.BOOLEAN,
                  true,
                  new Computed(Sql.of("length(" + quoted + ") < 9"), true),
                  Map.of(),
                  ""));
        });
  }

  @Test
  void aTableMovesToAnotherSchemaWithWhatRefersToIt() {
    Table child = Sample.table("c", "x.C", "t_id int64");
    Schema from = schema(reference(child, "t_id", "t"), Sample.table("t", "x.T"));
    Schema to = schema(reference(child, "t_id", "s.t"), Sample.table("s.t", "x.T"));
    assertEquals("CreateSchema RenameTable", kinds(changes(from, to, table("t", "s.t"))));
    assertEquals("RenameTable DropSchema", kinds(changes(to, from, table("s.t", "t"))));
  }

  /** The name is wanted while what had it is still there. */
  @Test
  void whatIsInTheWayOfARenameGetsOutOfItFirst() {
    Schema from = schema(Sample.table("a", "x.A", "n int32"), Sample.table("b", "x.B"));
    Schema to = schema(Sample.table("b", "x.A", "n int32"));
    assertEquals(
        "RenameTable RenameTable RenameConstraint RenameConstraint DropTable",
        kinds(changes(from, to, table("a", "b"))));
    Schema twoColumns = schema(Sample.table("t", "x.T", "a int32", "b text"));
    Schema oneColumn = schema(Sample.table("t", "x.T", "b int32"));
    List<Change> columns = changes(twoColumns, oneColumn, column("t.a", "b"));
    assertEquals("RenameColumn RenameColumn DropColumn", kinds(columns));
    assertEquals("b_former", ((DropColumn) columns.get(2)).column().name());
  }

  @Test
  void constraintsAreMatchedByNameAndThenByContent() {
    Table from =
        with(
            Sample.table("t", "x.T"),
            t -> {
              t.checks.add(new Check("one", Sql.of("id > 1")));
              t.checks.add(new Check("two", Sql.of("id > 2")));
            });
    Table to =
        with(
            Sample.table("t", "x.T"),
            t -> {
              t.checks.add(new Check("one", Sql.of("id > 2")));
              t.checks.add(new Check("two", Sql.of("id > 1")));
            });
    assertEquals("RenameConstraint RenameConstraint RenameConstraint", kinds(changes(from, to)));
    Table other =
        with(Sample.table("t", "x.T"), t -> t.checks.add(new Check("one", Sql.of("id > 3"))));
    assertEquals("DropConstraint DropConstraint AddConstraint", kinds(changes(from, other)));
  }

  @Test
  void foreignKeysMoveOutOfTheWayOfTypes() {
    Table child = reference(Sample.table("c", "x.C", "t_id int64"), "t_id", "t");
    Table smaller = reference(Sample.table("c", "x.C", "t_id int32"), "t_id", "t");
    Table target = Sample.table("t", "x.T");
    assertEquals(
        "DropConstraint AlterColumn AddConstraint",
        kinds(changes(schema(child, target), schema(smaller, target), Renames.NONE)));
  }

  @Test
  void foreignKeysMoveOutOfTheWayOfKeys() {
    Table child = reference(Sample.table("c", "x.C", "t_id int64"), "t_id", "t");
    Table target = unique(Sample.table("t", "x.T", "code text"), "id");
    Table other = with(target, t -> t.primaryKey = new PrimaryKey("t_pkey", List.of("code")));
    assertEquals(
        "DropConstraint DropConstraint AddConstraint AddConstraint",
        kinds(changes(schema(child, target), schema(child, other), Renames.NONE)));
  }

  @Test
  void newTablesComeParentsFirstAndCyclesAreClosedAfterwards() {
    Table a = reference(Sample.table("a", "x.A", "b_id int64?"), "b_id", "b");
    Table b = reference(Sample.table("b", "x.B", "a_id int64"), "a_id", "a");
    Table c = reference(Sample.table("aa", "x.C", "b_id int64"), "b_id", "b");
    List<Change> created = changes(Schema.EMPTY, schema(a, b, c), Renames.NONE);
    assertEquals("CreateTable CreateTable CreateTable AddConstraint", kinds(created));
    assertEquals("a", ((CreateTable) created.get(0)).table().name());
    assertEquals("aa", ((CreateTable) created.get(2)).table().name());
    assertEquals("a", ((AddConstraint) created.get(3)).table().name());
    List<Change> dropped = changes(schema(a, b, c), Schema.EMPTY, Renames.NONE);
    assertEquals("DropConstraint DropTable DropTable DropTable", kinds(dropped));
    assertEquals("aa", ((DropTable) dropped.get(1)).table().name());
  }

  /** A new table's key to a column that comes later can't stand in the table. */
  @Test
  void keysToWhatComesLaterAreAddedLater() {
    Table former = Sample.table("t", "x.T");
    Table present = unique(Sample.table("t", "x.T", "code text"), "code");
    Table child = reference(Sample.table("c", "x.C", "t_code text"), "t_code", "t", "code");
    assertEquals(
        "CreateTable AddColumn AddConstraint AddConstraint",
        kinds(changes(schema(former), schema(child, present), Renames.NONE)));
    assertEquals(
        "DropConstraint DropConstraint DropColumn DropTable",
        kinds(changes(schema(child, present), schema(former), Renames.NONE)));
  }

  @Test
  void valuesOfEnumTypesAreRenamedAndReplaced() {
    Schema from = moods(List.of("FINE", "BAD", "WORSE"));
    Schema to = moods(List.of("GOOD", "BAD"));
    Renames renames =
        new Renames(Map.of(), Map.of(), Map.of(), Map.of(MOOD, Map.of("FINE", "GOOD")));
    List<Change> changes =
        Differ.changes(from, to, renames, Map.of(), Map.of(MOOD, Map.of("WORSE", "BAD")));
    assertEquals(
        List.of(
            new RenameEnumValue(MOOD, "FINE", "GOOD"),
            new AlterEnum(
                new EnumType(MOOD, List.of("GOOD", "BAD", "WORSE"), "", ""),
                to.enumTypes().get(0),
                new Fill.Replaced(Map.of("WORSE", "BAD"), Map.of()))),
        changes);
  }

  @Test
  void aRenamedEnumTypeKeepsItsColumnsAndCasts() {
    QualifiedName feeling = new QualifiedName("s", "feeling");
    Schema from = moods(List.of("A"), holding(MOOD, "'A'::mood"));
    Schema to =
        new Schema(
            List.of(new EnumType(feeling, List.of("A"), "", "")),
            List.of(holding(feeling, "'A'::feeling")));
    Renames renames = new Renames(Map.of(), Map.of(), Map.of(MOOD, feeling), Map.of());
    assertEquals("CreateSchema RenameEnum", kinds(changes(from, to, renames)));
  }

  private static Table holding(QualifiedName type, String value) {
    return with(
        Sample.table("t", "x.T"),
        t -> {
          t.columns.add(
              new Column(
                  "mood", new NativeEnum(type), false, new Default(Sql.of(value)), Map.of(), ""));
          t.columns.add(Column.of("moods", new Array(new NativeEnum(type)), true));
        });
  }

  @Test
  void newTypesComeBeforeTheColumnsThatAreAlteredToHoldThem() {
    Schema from = schema(Sample.table("t", "x.T", "mood text"));
    Schema to = moods(List.of("A"), Sample.table("t", "x.T", "mood enum(mood)"));
    assertEquals("CreateEnum AlterColumn", kinds(changes(from, to, Renames.NONE)));
    assertEquals("AlterColumn DropEnum", kinds(changes(to, from, Renames.NONE)));
  }

  @Test
  void columnsComeAndGoInAnOrderThatComputedOnesCanFollow() {
    Table plain = Sample.table("t", "x.T");
    Table computed =
        with(
            Sample.table("t", "x.T", "a int32"),
            t ->
                t.columns.add(
                    0,
                    new Column(
                        "b",
                        Simple.INT32,
                        true,
                        new Computed(Sql.of("a + 1"), true),
                        Map.of(),
                        "")));
    assertEquals("b", ((DropColumn) changes(computed, plain).get(0)).column().name());
    assertEquals("a", ((Change.AddColumn) changes(plain, computed).get(0)).column().name());
  }

  @Test
  void changedColumnsHoldBothEndsAndTheirFills() {
    Schema from = schema(Sample.table("t", "x.T", "a text?"));
    Schema to = schema(Sample.table("t", "x.T", "a int32"));
    Fill fill = new Fill.Computed(Sql.of("length(a)"));
    ColumnName name = Agreed.name("t.a");
    assertEquals(
        List.of(
            new AlterColumn(
                name.table(), Sample.column("a text?"), Sample.column("a int32"), fill, Fill.NONE)),
        Differ.changes(from, to, Renames.NONE, Map.of(name, fill)));
  }

  @Test
  void commentsAreChanges() {
    Table from = Sample.table("t", "x.T");
    Table to = with(from, t -> t.comment = "Things.");
    assertEquals(List.of(new CommentTable(from.name(), "", "Things.")), changes(from, to));
  }

  @Test
  void changesThatDontFitAreRefused() {
    Schema schema = schema(Sample.table("t", "x.T", "a int32"));
    QualifiedName t = QualifiedName.of("t");
    for (Change change :
        List.of(
            new Change.RenameTable(QualifiedName.of("u"), t),
            new CreateTable(Sample.table("t", "x.T")),
            new DropTable(Sample.table("t", "x.T")),
            new DropColumn(t, Sample.column("a int64")),
            new Change.AddColumn(t, Sample.column("a int32"), Fill.NONE),
            new Change.RenameColumn(t, "b", "c"),
            new Change.RenameColumn(t, "a", "id"),
            new AlterColumn(
                t, Sample.column("a text"), Sample.column("a int64"), Fill.NONE, Fill.NONE),
            new DropConstraint(t, check("a > 0")),
            new AddConstraint(t, new PrimaryKey("t_pkey", List.of("a"))),
            new Change.RenameIndex(t, "i", "j"),
            new CommentTable(t, "x", "y"),
            new Change.DropEnum(new EnumType(MOOD, List.of("A"), "", "")),
            new RenameEnumValue(MOOD, "A", "B"))) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> Changes.apply(schema, List.of(change)));
      assertTrue(refused.getMessage().endsWith(change.toString()), refused.getMessage());
    }
  }
}
