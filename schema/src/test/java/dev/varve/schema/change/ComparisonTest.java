package dev.varve.schema.change;

import static dev.varve.schema.change.Sample.index;
import static dev.varve.schema.change.Sample.junction;
import static dev.varve.schema.change.Sample.reference;
import static dev.varve.schema.change.Sample.schema;
import static dev.varve.schema.change.Sample.table;
import static dev.varve.schema.change.Sample.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.change.Question.ColumnGone;
import dev.varve.schema.change.Question.Narrowed;
import dev.varve.schema.change.Question.RenamedUnknown;
import dev.varve.schema.change.Question.TableGone;
import dev.varve.schema.change.Question.ValueGone;
import dev.varve.schema.change.Question.ValueMissing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {
  private static final String TIER = "shop.Tier";

  private static Comparison compare(Schema from, Schema to, Agreed agreed) {
    return Comparison.of(from, to, agreed.build());
  }

  private static List<Question> questions(Schema from, Schema to, Agreed agreed) {
    return compare(from, to, agreed).questions();
  }

  private static List<Question> questions(Table from, Table to, Agreed agreed) {
    return questions(schema(from), schema(to), agreed);
  }

  private static List<Change> changes(Comparison comparison) {
    assertEquals(List.of(), comparison.questions());
    return comparison.evolution().changes();
  }

  private static QualifiedName name(String text) {
    return QualifiedName.parse(text);
  }

  private static ColumnName column(String text) {
    return Agreed.name(text);
  }

  @Test
  void asksForATableThatIsGone() {
    Schema from =
        schema(table("users", "shop.User", "email text", "phone text"), table("a", "shop.A"));
    Schema to =
        schema(
            table("a", "shop.A"),
            table("invoices", "shop.Invoice", "day date"),
            table("people", "shop.Person", "email text", "phone text"));
    assertEquals(
        List.of(new TableGone(name("users"), "shop.User", List.of(name("people")))),
        questions(from, to, new Agreed()));
  }

  @ParameterizedTest
  @CsvSource({"users", "User", "shop.User"})
  void takesATableForRenamedWhereThatIsSaid(String former) {
    Schema from = schema(unique(table("users", "shop.User", "email text"), "email"));
    Schema to = schema(unique(table("people", "shop.Person", "email text"), "email"));
    List<Change> changes = changes(compare(from, to, new Agreed().table("people", former)));
    assertEquals(
        "[RenameTable, RenameConstraint, RenameConstraint]", ChangeNames.of(changes).toString());
  }

  @ParameterizedTest
  @CsvSource({"billing.invoices", "invoices", "Invoice"})
  void findsATableInAnotherSchema(String former) {
    Schema from = schema(table("billing.invoices", "shop.Invoice"));
    Schema to = schema(table("bills", "shop.Bill"));
    Comparison comparison = compare(from, to, new Agreed().table("bills", former));
    assertEquals(
        Map.of(name("billing.invoices"), name("bills")), comparison.evolution().renames().tables());
    assertEquals(
        "[RenameTable, RenameConstraint, DropSchema]",
        ChangeNames.of(changes(comparison)).toString());
  }

  @Test
  void swapsTables() {
    Schema from = schema(table("a", "x.A", "n int64"), table("b", "x.B", "t text"));
    Schema to = schema(table("a", "x.B", "t text"), table("b", "x.A", "n int64"));
    Comparison comparison = compare(from, to, new Agreed().table("a", "b").table("b", "a"));
    assertEquals(
        List.of(
            new Change.RenameTable(name("b"), name("b_former")),
            new Change.RenameTable(name("a"), name("b")),
            new Change.RenameTable(name("b_former"), name("a"))),
        changes(comparison).subList(0, 3));
    assertEquals(Agreements.NONE, comparison.spent());
  }

  @Test
  void followsAChainOfTables() {
    Schema from = schema(table("a", "x.A"), table("b", "x.B"));
    Schema to = schema(table("b", "x.A"), table("c", "x.B"));
    Comparison comparison = compare(from, to, new Agreed().table("b", "a").table("c", "b"));
    assertEquals(
        List.of(
            new Change.RenameTable(name("b"), name("c")),
            new Change.RenameTable(name("a"), name("b"))),
        changes(comparison).subList(0, 2));
  }

  @Test
  void aRenameThatHasBeenMadeIsSpent() {
    Schema both = schema(table("people", "shop.Person"));
    Comparison comparison = compare(both, both, new Agreed().table("people", "users"));
    assertEquals(List.of(), changes(comparison));
    assertEquals(List.of("users"), comparison.spent().renamedTables().get(name("people")));
  }

  /** The annotation is old: a later table of the former name has nothing to do with it. */
  @Test
  void aRenameThatHasBeenMadeClaimsNoLaterTableOfTheName() {
    Schema from = schema(table("people", "shop.Person"), table("users", "shop.User"));
    Schema to = schema(table("people", "shop.Person"));
    Comparison comparison = compare(from, to, new Agreed().table("people", "users"));
    assertEquals(
        List.of(new TableGone(name("users"), "shop.User", List.of())), comparison.questions());
    assertEquals(List.of("users"), comparison.spent().renamedTables().get(name("people")));
  }

  @Test
  void aTableThatIsStillThereCantBeClaimed() {
    Schema from = schema(table("users", "shop.User"));
    Schema to = schema(table("users", "shop.User"), table("people", "shop.Person"));
    assertEquals(
        List.of(new RenamedUnknown(column("people."), List.of("users"), List.of("users"))),
        questions(from, to, new Agreed().table("people", "users")));
  }

  @Test
  void complainsOfFormerNamesThatNothingHad() {
    Schema from = schema(table("users", "shop.User"));
    Schema to = schema(table("people", "shop.Person"));
    assertEquals(
        List.of(
            new RenamedUnknown(column("people."), List.of("usres"), List.of("users")),
            new TableGone(name("users"), "shop.User", List.of(name("people")))),
        questions(from, to, new Agreed().table("people", "usres")));
    assertEquals(
        List.of(
            new ColumnGone(column("users.fax"), List.of("phone")),
            new RenamedUnknown(column("users.phone"), List.of("fxa"), List.of("fax"))),
        questions(
            table("users", "shop.User", "fax text?"),
            table("users", "shop.User", "phone text?"),
            new Agreed().column("users.phone", "fxa")));
  }

  @Test
  void aTableMayGoWhereThatIsAgreed() {
    Schema from = schema(table("users", "shop.User"));
    Comparison comparison =
        compare(from, Schema.EMPTY, new Agreed().goneTable("users").goneTable("b"));
    assertEquals("[DropTable]", ChangeNames.of(changes(comparison)).toString());
    assertEquals(Set.of("b"), comparison.spent().removedTables());
  }

  @Test
  void junctionTablesFollowTheirTables() {
    Schema from =
        schema(
            table("articles", "x.Article"),
            table("tags", "x.Tag"),
            junction("article_tags", "x.Article#tags", "article_id", "articles", "tag_id", "tags"));
    Schema to =
        schema(
            table("posts", "x.Post"),
            table("tags", "x.Tag"),
            junction("post_tags", "x.Post#tags", "post_id", "posts", "tag_id", "tags"));
    Comparison comparison = compare(from, to, new Agreed().table("posts", "Article"));
    assertTrue(
        ChangeNames.of(changes(comparison)).stream().allMatch(name -> name.startsWith("Rename")),
        () -> comparison.evolution().changes().toString());
    assertEquals(
        Map.of(column("article_tags.article_id"), "post_id"),
        comparison.evolution().renames().columns());
  }

  /** The component was called like the other table, and all four names change at once. */
  @Test
  void aJunctionTableIsNotTakenForTheTableThatItsComponentWasCalledAfter() {
    Schema from =
        schema(
            table("boxes", "x.Box"),
            table("tags", "x.Tag"),
            junction("box_tags", "x.Box#tags", "box_id", "boxes", "tag_id", "tags"));
    Schema to =
        schema(
            junction("crate_labels", "x.Crate#labels", "crate_id", "crates", "label_id", "labels"),
            table("crates", "x.Crate"),
            table("labels", "x.Label"));
    Comparison comparison =
        compare(
            from,
            to,
            new Agreed()
                .table("crate_labels", "tags", "box_tags")
                .table("crates", "Box")
                .table("labels", "Tag"));
    assertEquals(
        Map.of(
            name("boxes"), name("crates"),
            name("tags"), name("labels"),
            name("box_tags"), name("crate_labels")),
        comparison.evolution().renames().tables());
    assertEquals(List.of(), comparison.questions());
  }

  @Test
  void aBackfillMayNameWhatIsRenamedAsBefore() {
    Schema from = schema(table("users", "x.User", "a text?", "b text", "c text"));
    Schema to = schema(table("people", "x.Person", "n int32", "c text", "b text"));
    Comparison comparison =
        compare(
            from,
            to,
            new Agreed()
                .table("people", "User")
                .column("people.n", "a")
                .column("people.c", "b")
                .column("people.b", "c")
                .backfill("people.n", "length(a) + length(users.b) + length('a')"));
    assertEquals(
        new Fill.Computed(Sql.of("length(n) + length(people.b) + length('a')"), true),
        comparison.evolution().fills().get(column("people.n")));
  }

  @Test
  void columnsOfASelfReferringJunctionKeepTheirSides() {
    Schema from =
        schema(
            table("articles", "x.Article"),
            junction(
                "article_related",
                "x.Article#related",
                "article_id",
                "articles",
                "related_id",
                "articles"));
    Schema to =
        schema(
            table("posts", "x.Post"),
            junction("post_related", "x.Post#related", "post_id", "posts", "related_id", "posts"));
    Comparison comparison = compare(from, to, new Agreed().table("posts", "articles"));
    assertEquals(
        Map.of(column("article_related.article_id"), "post_id"),
        comparison.evolution().renames().columns());
  }

  @Test
  void rowsOfAJunctionTableGoWithThoseTheyJoin() {
    Schema from =
        schema(
            table("articles", "x.Article"),
            table("tags", "x.Tag"),
            junction("article_tags", "x.Article#tags", "article_id", "articles", "tag_id", "tags"));
    Schema to = schema(table("articles", "x.Article"));
    assertEquals(List.of(), questions(from, to, new Agreed().goneTable("tags")));
    assertEquals(
        List.of(new TableGone(name("article_tags"), "x.Article#tags", List.of())),
        questions(
            from, schema(table("articles", "x.Article"), table("tags", "x.Tag")), new Agreed()));
  }

  @Test
  void asksForAColumnThatIsGoneWithTheLikeliestFirst() {
    assertEquals(
        List.of(
            new ColumnGone(
                column("users.fax_number"), List.of("phone_number", "mobile", "short_number"))),
        questions(
            table("users", "shop.User", "fax_number text?"),
            table(
                "users",
                "shop.User",
                "mobile text?",
                "joined instant?",
                "short_number text(5)?",
                "phone_number text?"),
            new Agreed()));
  }

  @Test
  void renamesColumnsWithAllThatIsNamedAfterThem() {
    Table from = index(unique(table("users", "shop.User", "fax text?"), "fax"), "fax");
    Table to = index(unique(table("users", "shop.User", "phone text?"), "phone"), "phone");
    Comparison comparison =
        compare(schema(from), schema(to), new Agreed().column("users.phone", "no", "fax"));
    assertEquals(
        "[RenameColumn, RenameConstraint, RenameIndex]",
        ChangeNames.of(changes(comparison)).toString());
  }

  @Test
  void swapsColumns() {
    Table both = table("users", "shop.User", "a text", "b text");
    Comparison comparison =
        compare(
            schema(both), schema(both), new Agreed().column("users.a", "b").column("users.b", "a"));
    assertEquals(
        "[RenameColumn, RenameColumn, RenameColumn]",
        ChangeNames.of(changes(comparison)).toString());
  }

  @Test
  void tableColumnAndValueAreRenamedAtOnce() {
    Schema from = schema(table("users", "shop.User", "tier words(FREE,PRO)"));
    Schema to = schema(table("people", "shop.Person", "plan words(BASIC,PRO)"));
    Comparison comparison =
        compare(
            from,
            to,
            new Agreed()
                .table("people", "User")
                .column("people.plan", "tier")
                .value(TIER, "BASIC", "FREE")
                .holds("people.plan", TIER));
    assertEquals(
        "[RenameTable, RenameColumn, RenameConstraint, AlterColumn]",
        ChangeNames.of(changes(comparison)).toString());
    Change.AlterColumn alter = (Change.AlterColumn) comparison.evolution().changes().get(3);
    assertEquals(new Fill.Replaced(Map.of("FREE", "BASIC"), Map.of("BASIC", "FREE")), alter.fill());
    assertEquals(new Fill.Replaced(Map.of("BASIC", "FREE"), Map.of("FREE", "BASIC")), alter.undo());
  }

  @Test
  void asksForAColumnThatIsGoneUnlessAgreed() {
    Table from = table("users", "shop.User", "fax text");
    Table to = table("users", "shop.User");
    assertEquals(
        List.of(new ColumnGone(column("users.fax"), List.of())), questions(from, to, new Agreed()));
    Comparison comparison =
        compare(
            schema(from),
            schema(to),
            new Agreed().goneColumn("users.fax").goneColumn("users.telex"));
    assertEquals("[DropColumn]", ChangeNames.of(changes(comparison)).toString());
    assertEquals(Set.of(column("users.telex")), comparison.spent().removedColumns());
  }

  @Test
  void asksForConstantsThatAreGone() {
    Schema from =
        schema(
            table("a", "x.A", "tier words(FREE,PRO,OLD)"),
            table("b", "x.B", "tiers array(words(FREE,PRO,OLD))"));
    Schema to =
        schema(
            table("a", "x.A", "tier words(FREE,PRO,GOLD)"),
            table("b", "x.B", "tiers array(words(FREE,PRO,GOLD))"));
    Agreed agreed = new Agreed().holds("a.tier", TIER).holds("b.tiers", TIER);
    assertEquals(
        List.of(
            new ValueGone(
                TIER, "OLD", List.of("GOLD"), List.of(column("a.tier"), column("b.tiers")))),
        questions(from, to, agreed));
    Comparison removed = compare(from, to, agreed.goneValue(TIER, "OLD", "PRO"));
    assertEquals(List.of(), removed.questions());
    assertEquals(
        Map.of(
            column("a.tier"), new Fill.Replaced(Map.of("OLD", "PRO"), Map.of()),
            column("b.tiers"), new Fill.Replaced(Map.of("OLD", "PRO"), Map.of())),
        removed.evolution().fills());
  }

  @Test
  void aConstantMayGoWithoutAnother() {
    Schema from = schema(table("a", "x.A", "tier words(FREE,OLD)"));
    Schema to = schema(table("a", "x.A", "tier words(FREE)"));
    Comparison comparison =
        compare(
            from,
            to,
            new Agreed()
                .holds("a.tier", TIER)
                .goneValue(TIER, "OLD", "")
                .goneValue(TIER, "OLDER", ""));
    assertEquals("[AlterColumn]", ChangeNames.of(changes(comparison)).toString());
    assertEquals(Map.of(), comparison.evolution().fills());
    assertEquals(Map.of(TIER, Map.of("OLDER", "")), comparison.spent().removedValues());
  }

  @Test
  void swapsConstants() {
    Schema both = schema(table("a", "x.A", "tier words(FREE,PRO)"));
    Comparison comparison =
        compare(
            both,
            both,
            new Agreed()
                .holds("a.tier", TIER)
                .value(TIER, "FREE", "PRO")
                .value(TIER, "PRO", "FREE"));
    assertEquals(
        new Fill.Replaced(
            Map.of("FREE", "PRO", "PRO", "FREE"), Map.of("FREE", "PRO", "PRO", "FREE")),
        comparison.evolution().fills().get(column("a.tier")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text(9)       | text(8)        | true",
        "int64         | int32          | true",
        "decimal(9,2)  | decimal(9,1)   | true",
        "text          | words(A,B)     | true",
        "boolean       | instant        | false",
        "date_time     | instant        | false"
      })
  void asksForValuesThatMayNotFit(String former, String present, boolean convertible) {
    Column from = Sample.column("a " + former + "?");
    Column to = Sample.column("a " + present + "?");
    Table before = table("t", "x.T", "a " + former + "?");
    Table after = table("t", "x.T", "a " + present + "?");
    assertEquals(
        List.of(new Narrowed(column("t.a"), from, to, convertible)),
        questions(before, after, new Agreed()));
    assertEquals(List.of(), questions(before, after, new Agreed().backfill("t.a", "NULL")));
  }

  @Test
  void asksNothingWhereValuesFit() {
    Table before = table("t", "x.T", "a int32", "b text(9)?", "c words(A)");
    Table after = table("t", "x.T", "a int64", "b text?", "c words(A,B)");
    assertEquals(List.of(), questions(before, after, new Agreed()));
  }

  @Test
  void asksForTheValuesOfNewColumns() {
    Table before = table("t", "x.T");
    Table after = table("t", "x.T", "a int32", "b int32 = 1", "c int32?", "d int32");
    Comparison comparison =
        compare(schema(before), schema(after), new Agreed().backfill("t.d", "id"));
    assertEquals(List.of(new ValueMissing(column("t.a"), true)), comparison.questions());
    assertEquals(List.of(), questions(Schema.EMPTY, schema(after), new Agreed()));
  }

  @Test
  void asksForTheValuesOfColumnsThatMayNoLongerBeNull() {
    Table before = table("t", "x.T", "a int32?", "b int32?", "c int32?");
    Table after = table("t", "x.T", "a int32", "b int32 = 1", "c int32");
    assertEquals(
        List.of(new ValueMissing(column("t.a"), false)),
        questions(before, after, new Agreed().backfill("t.c", "0")));
  }

  @Test
  void backfillsWithoutNeedAreSpent() {
    Table before = table("t", "x.T", "a int32", "b int32?");
    Table after = table("t", "x.T", "a int32", "b int32");
    Comparison comparison =
        compare(
            schema(before),
            schema(after),
            new Agreed().backfill("t.a", "0").backfill("t.b", "0").column("t.a", "old"));
    assertEquals(Set.of(column("t.a")), comparison.spent().backfills().keySet());
    assertEquals(Set.of(column("t.a")), comparison.spent().renamedColumns().keySet());
    assertEquals(Set.of(column("t.b")), comparison.evolution().fills().keySet());
  }

  @Test
  void relationsThatLeaveTheSchemaEqualAreNoChange() {
    Table users = table("users", "shop.User");
    Table before = reference(table("orders", "shop.Order", "user_id int64"), "user_id", "users");
    Table after = reference(table("orders", "shop.Sale", "user_id int64"), "user_id", "users");
    assertEquals(
        List.of(), changes(compare(schema(users, before), schema(users, after), new Agreed())));
  }

  @Test
  void enumTypesFollowTheirJavaEnums() {
    Schema from = moods("mood", "x.Mood", "FINE", "BAD", "WORSE");
    Schema to = moods("feeling", "x.Feeling", "GOOD", "BAD");
    Comparison comparison =
        compare(
            from,
            to,
            new Agreed().value("x.Feeling", "GOOD", "FINE").goneValue("x.Feeling", "WORSE", "BAD"));
    assertEquals(
        "[RenameEnum, RenameEnumValue, AlterEnum]", ChangeNames.of(changes(comparison)).toString());
    assertEquals(
        Map.of(name("feeling"), Map.of("WORSE", "BAD")), comparison.evolution().replacedValues());
    assertEquals(
        new Fill.Replaced(Map.of("FINE", "GOOD", "WORSE", "BAD"), Map.of("GOOD", "FINE")),
        comparison.evolution().fills().get(column("t.mood")));
    assertEquals(Agreements.NONE, comparison.spent());
    assertEquals(
        "[RenameEnum, RenameEnumValue, AlterEnum]",
        ChangeNames.of(comparison.evolution().inverse().changes()).toString());
  }

  @Test
  void asksForValuesOfEnumTypes() {
    assertEquals(
        List.of(new ValueGone("x.Mood", "BAD", List.of(), List.of(column("t.mood")))),
        questions(
            moods("mood", "x.Mood", "FINE", "BAD"),
            moods("mood", "x.Mood", "FINE"),
            new Agreed().backfill("t.mood", "'FINE'")));
  }

  private static Schema moods(String name, String origin, String... values) {
    EnumType type = new EnumType(name(name), List.of(values), origin, "");
    return new Schema(List.of(type), List.of(table("t", "x.T", "mood enum(" + name + ")")));
  }

  @Test
  void theWayBackGivesFormerNamesAndWords() {
    Schema from = schema(table("users", "shop.User", "tier words(FREE,PRO)", "fax text"));
    Schema to = schema(table("people", "shop.Person", "plan words(BASIC,PRO)"));
    Evolution back =
        compare(
                from,
                to,
                new Agreed()
                    .table("people", "User")
                    .column("people.plan", "tier")
                    .goneColumn("people.fax")
                    .value(TIER, "BASIC", "FREE")
                    .holds("people.plan", TIER))
            .evolution()
            .inverse();
    assertEquals(
        "[RenameTable, RenameColumn, RenameConstraint, AlterColumn, AddColumn]",
        ChangeNames.of(back.changes()).toString());
    assertEquals(
        Map.of(
            column("users.tier"),
            new Fill.Replaced(Map.of("BASIC", "FREE"), Map.of("FREE", "BASIC"))),
        back.fills());
    assertEquals(
        List.of(), Differ.changes(Changes.apply(to, back.changes()), from, Renames.NONE, Map.of()));
  }
}
