package dev.varve.schema.plan;

import static dev.varve.schema.plan.TableBuilder.bare;
import static dev.varve.schema.plan.TableBuilder.table;

import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Sql;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.change.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A change of each kind, with rows that are there when it's made. */
final class PostgresCases {
  /**
   * One change.
   *
   * @param name the golden file's name
   * @param rows statements that fill the former schema
   * @param before a query that gives the same before, and after the way back
   * @param query rows to look at afterwards
   * @param after what the query says
   */
  record Case(
      String name,
      Evolution evolution,
      String rows,
      String before,
      String query,
      List<String> after) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String TWO = "INSERT INTO t (a) VALUES ('x'), ('y')";
  private static final String A = "SELECT a FROM t ORDER BY a";

  private final List<Case> cases = new ArrayList<>();

  private PostgresCases() {}

  static List<Case> all() {
    PostgresCases all = new PostgresCases();
    all.tables();
    all.names();
    all.newColumns();
    all.gone();
    all.values();
    all.types();
    all.computed();
    all.keys();
    all.words();
    all.enums();
    all.others();
    all.foundByTheLaws();
    return all.cases;
  }

  private static EvolutionBuilder evolve(TableBuilder from, TableBuilder to) {
    return new EvolutionBuilder().from(from).to(to);
  }

  private static TableBuilder t() {
    return table("t").column("a", "text");
  }

  private void add(
      String name,
      EvolutionBuilder evolution,
      String rows,
      String before,
      String query,
      String... after) {
    cases.add(new Case(name, evolution.build(), rows, before, query, List.of(after)));
  }

  /** What random pairs of schemas have found, made small. */
  private void foundByTheLaws() {
    add(
        "move_table_onto_names_of_another",
        new EvolutionBuilder()
            .from(table("t").column("a", "text"), table("billing.t").column("b", "text"))
            .to(table("t").column("a", "text"), table("u").column("b", "text"))
            .renamed("billing.t", "u"),
        "INSERT INTO t (a) VALUES ('x'); INSERT INTO billing.t (b) VALUES ('y')",
        "SELECT t.a, o.b FROM t, billing.t o",
        "SELECT a, b FROM t, u",
        "x|y");
    add(
        "swap_tables_of_two_schemas",
        new EvolutionBuilder()
            .from(table("billing.t").column("a", "text"), table("sales.t").column("b", "text"))
            .to(table("sales.t").column("a", "text"), table("billing.t").column("b", "text"))
            .renamed("billing.t", "sales.t")
            .renamed("sales.t", "billing.t"),
        "INSERT INTO billing.t (a) VALUES ('x'); INSERT INTO sales.t (b) VALUES ('y')",
        "SELECT o.a, p.b FROM billing.t o, sales.t p",
        "SELECT o.a, p.b FROM sales.t o, billing.t p",
        "x|y");
    add(
        "take_the_key_name_of_another_table",
        new EvolutionBuilder()
            .from(
                table("a").column("x", "text"),
                bare("b").column("x", "text").column("y", "text").key("x"))
            .to(
                table("c").column("x", "text"),
                bare("a").column("x", "text").column("y", "text").key("y"))
            .renamed("a", "c")
            .renamed("b", "a"),
        "INSERT INTO a (x) VALUES ('1'); INSERT INTO b (x, y) VALUES ('x', 'y')",
        "SELECT a.x, b.x, b.y FROM a, b",
        "SELECT c.x, a.x, a.y FROM c, a",
        "1|x|y");
    add(
        "swap_words_of_an_array",
        evolve(
                table("t").column("a", "array(words(OLD,NEW))"),
                table("t").column("a", "array(words(NEW,OLD))"))
            .fill(
                "t",
                "a",
                new Fill.Replaced(
                    Map.of("OLD", "NEW", "NEW", "OLD"), Map.of("OLD", "NEW", "NEW", "OLD"))),
        "INSERT INTO t (a) VALUES ('{OLD,NEW,OLD}')",
        "SELECT a FROM t",
        "SELECT a FROM t",
        "{NEW,OLD,NEW}");
    add(
        "convert_text_to_words_by_backfill",
        evolve(table("t").column("a", "text"), table("t").column("a", "words(X,Y)"))
            .conversion("t", "a", "upper(a)"),
        "INSERT INTO t (a) VALUES ('x'), ('y')",
        "SELECT count(a) FROM t",
        "SELECT a FROM t ORDER BY a",
        "X",
        "Y");
    add(
        "set_expression_and_type",
        evolve(
            table("t").column("n", "date").computed("c", "int64", "id + 1", true),
            table("t").column("n", "date_time").computed("c", "int64", "id + 2", true)),
        "INSERT INTO t (n) VALUES ('2026-11-20')",
        "SELECT n, c FROM t",
        "SELECT n, c FROM t",
        "2026-11-20 00:00:00|3");
    add(
        "rename_not_null_and_take_its_name",
        evolve(
                table("t").column("a", "text").column("b", "text?"),
                table("t").column("c", "text").column("a", "text"))
            .renamed("t", "a", "c")
            .renamed("t", "b", "a")
            .backfill("t", "a", "'none'"),
        "INSERT INTO t (a, b) VALUES ('x', 'y')",
        "SELECT a, b FROM t",
        "SELECT c, a FROM t",
        "x|y");
    add(
        "refer_to_a_new_key",
        new EvolutionBuilder()
            .from(bare("t").column("a", "text").column("b", "text").key("a"))
            .to(
                bare("t").column("a", "text").column("b", "text").key("b"),
                table("u")
                    .column("t_b", "text")
                    .foreignKey(List.of("t_b"), "t", List.of("b"), Action.CASCADE)),
        "INSERT INTO t (a, b) VALUES ('x', 'y')",
        "SELECT a, b FROM t",
        "SELECT a, b FROM t",
        "x|y");
  }

  private void tables() {
    add(
        "create_table",
        new EvolutionBuilder()
            .both(t())
            .to(
                table("orders")
                    .comment("What somebody wants.")
                    .said("note", "text(20)", "In their words.")
                    .refers("t_id", "int64", "t", Action.CASCADE)
                    .index("t_id")),
        TWO,
        A,
        A,
        "x",
        "y");
    add(
        "create_tables_that_refer_to_several",
        new EvolutionBuilder()
            .both(t(), table("u"))
            .to(
                table("billing.lines")
                    .refers("t_id", "int64", "t", Action.CASCADE)
                    .refers("order_id", "int64", "billing.orders", Action.CASCADE),
                table("billing.orders")
                    .refers("u_id", "int64?", "u", Action.SET_NULL)
                    .refers("line_id", "int64?", "billing.lines", Action.SET_NULL)),
        TWO,
        A,
        A,
        "x",
        "y");
    add(
        "drop_table",
        new EvolutionBuilder()
            .both(t())
            .from(table("gone").refers("t_id", "int64", "t", Action.CASCADE).index("t_id")),
        TWO + "; INSERT INTO gone (t_id) VALUES (1)",
        A,
        A,
        "x",
        "y");
    add(
        "drop_tables_that_refer_to_several",
        new EvolutionBuilder()
            .both(t(), table("u"))
            .from(
                table("billing.lines")
                    .refers("t_id", "int64", "t", Action.CASCADE)
                    .refers("order_id", "int64", "billing.orders", Action.CASCADE),
                table("billing.orders")
                    .refers("u_id", "int64?", "u", Action.SET_NULL)
                    .refers("line_id", "int64?", "billing.lines", Action.SET_NULL)),
        TWO,
        A,
        A,
        "x",
        "y");
    add(
        "drop_table_that_is_referred_to",
        new EvolutionBuilder()
            .from(t().refers("p_id", "int64?", "p", Action.SET_NULL), table("p"))
            .to(t()),
        TWO,
        A,
        A,
        "x",
        "y");
  }

  private void names() {
    add(
        "rename_table_and_columns",
        new EvolutionBuilder()
            .from(
                table("clients").column("name", "text(20)").unique("name"),
                table("orders")
                    .refers("client_id", "int64", "clients", Action.CASCADE)
                    .check("client_id", "client_id > 0")
                    .index("client_id"))
            .to(
                table("customers").column("full_name", "text(20)").unique("full_name"),
                table("orders")
                    .refers("customer_id", "int64", "customers", Action.CASCADE)
                    .check("customer_id", "customer_id > 0")
                    .index("customer_id"))
            .renamed("clients", "customers")
            .renamed("clients", "name", "full_name")
            .renamed("orders", "client_id", "customer_id"),
        "INSERT INTO clients (name) VALUES ('x'); INSERT INTO orders (client_id) VALUES (1)",
        "SELECT name, client_id FROM clients JOIN orders ON client_id = clients.id",
        "SELECT full_name, customer_id FROM customers JOIN orders ON customer_id = customers.id",
        "x|1");
    add(
        "move_table",
        new EvolutionBuilder()
            .from(table("invoices").column("a", "text"))
            .to(table("billing.bills").column("a", "text"))
            .renamed("invoices", "billing.bills"),
        "INSERT INTO invoices (a) VALUES ('x')",
        "SELECT id, a FROM invoices",
        "SELECT id, a FROM billing.bills",
        "1|x");
    add(
        "swap_names",
        new EvolutionBuilder()
            .from(
                table("a").column("x", "text").column("y", "text"), table("b").column("z", "text"))
            .to(table("b").column("y", "text").column("x", "text"), table("a").column("z", "text"))
            .renamed("a", "b")
            .renamed("b", "a")
            .renamed("a", "x", "y")
            .renamed("a", "y", "x"),
        "INSERT INTO a (x, y) VALUES ('x', 'y'); INSERT INTO b (z) VALUES ('b')",
        "SELECT x, y, z FROM a, b",
        "SELECT y, x, z FROM b, a",
        "x|y|b");
    add(
        "rename_to_dropped",
        evolve(table("t").column("a", "text").column("b", "text"), table("t").column("b", "text"))
            .renamed("t", "a", "b"),
        "INSERT INTO t (a, b) VALUES ('x', ''), ('y', '')",
        "SELECT a, b FROM t ORDER BY a",
        "SELECT b FROM t ORDER BY b",
        "x",
        "y");
  }

  private void newColumns() {
    add(
        "add_columns",
        evolve(
            t(),
            t().column("note", "text(20)?")
                .byDefault("state", "words(NEW,OLD)", "'NEW'")
                .byDefault("at", "instant", "now()")
                .byDefault("price", "decimal(8,2)", "0.10")),
        TWO,
        A,
        "SELECT a, note, state, at IS NOT NULL, price FROM t ORDER BY a",
        "x|null|NEW|t|0.10",
        "y|null|NEW|t|0.10");
    add(
        "add_relation",
        new EvolutionBuilder()
            .from(t(), table("p"))
            .to(t().refers("p_id", "int64?", "p", Action.SET_NULL).index("p_id"), table("p")),
        TWO,
        A,
        "SELECT a, p_id FROM t ORDER BY a",
        "x|null",
        "y|null");
    add(
        "add_backfilled_column",
        evolve(
                t(),
                t().column("code", "text")
                    .byDefault("copy", "text", "'new'")
                    .column("other", "text?")
                    .unique("code"))
            .backfill("t", "code", "a || id")
            .backfill("t", "copy", "a")
            .backfill("t", "other", "upper(a)"),
        TWO,
        A,
        "SELECT a, code, copy, other FROM t ORDER BY a",
        "x|x1|x|X",
        "y|y2|y|Y");
    add(
        "add_backfilled_column_to_a_large_table",
        evolve(
                t().rows(5_000_000),
                t().rows(5_000_000).column("code", "text").column("other", "text?"))
            .backfill("t", "code", "a || id")
            .backfill("t", "other", "upper(a)"),
        TWO,
        A,
        "SELECT a, code, other FROM t ORDER BY a",
        "x|x1|X",
        "y|y2|Y");
    add(
        "add_random_default",
        evolve(t(), t().uuid("token").byDefault("dice", "float64?", "random()")),
        TWO,
        A,
        "SELECT a, token IS NOT NULL, dice IS NOT NULL FROM t ORDER BY a",
        "x|t|t",
        "y|t|t");
    add(
        "add_identity",
        evolve(t(), t().column("number", "int64", new Identity()).unique("number")),
        TWO,
        A,
        "SELECT a, number FROM t ORDER BY a",
        "x|1",
        "y|2");
    add(
        "add_computed_column",
        evolve(t(), t().computed("loud", "text?", "upper(a)", true).index("loud")),
        TWO,
        A,
        "SELECT a, loud FROM t ORDER BY a",
        "x|X",
        "y|Y");
  }

  private void gone() {
    add(
        "drop_column",
        evolve(
            t().column("plain", "text")
                .byDefault("kept", "text", "'k'")
                .column("maybe", "text?")
                .column("indexed", "text?")
                .index("indexed")
                .index(Sql.of("maybe IS NULL"), "a"),
            t()),
        "INSERT INTO t (a, plain) VALUES ('x', '')",
        "SELECT a, plain, kept, maybe FROM t",
        A,
        "x");
    add(
        "drop_unique_column",
        evolve(t().column("code", "text").unique("code"), t()),
        "SELECT 1",
        A,
        A);
    add(
        "drop_relation",
        new EvolutionBuilder()
            .from(t().refers("p_id", "int64?", "p", Action.SET_NULL).index("p_id"), table("p"))
            .to(t(), table("p")),
        TWO,
        A,
        A,
        "x",
        "y");
  }

  private void values() {
    add(
        "set_not_null",
        evolve(
                t().column("b", "text?").column("c", "text?").column("d", "text?"),
                t().column("b", "text").byDefault("c", "text", "'c'").column("d", "text"))
            .backfill("t", "b", "a"),
        "INSERT INTO t (a, b, c, d) VALUES ('x', NULL, NULL, 'd'), ('y', 'b', 'k', 'd')",
        A,
        "SELECT a, b, c, d FROM t ORDER BY a",
        "x|x|c|d",
        "y|b|k|d");
    add("drop_not_null", evolve(t(), table("t").column("a", "text?")), TWO, A, A, "x", "y");
    add(
        "change_default_and_comments",
        evolve(
            t(),
            table("t").comment("Rows.").byDefault("a", "text", "'new'").said("b", "text?", "B.")),
        TWO,
        A,
        A,
        "x",
        "y");
    add(
        "become_identity",
        evolve(bare("t").column("id", "int64").column("a", "text"), table("t").column("a", "text")),
        "INSERT INTO t VALUES (7, 'x')",
        "SELECT a FROM t WHERE id = 7",
        "INSERT INTO t (a) VALUES ('y') RETURNING id, a",
        "8|y");
    add("add_check", evolve(t(), t().check("a", "a <> ''")), TWO, A, A, "x", "y");
    add(
        "change_check",
        evolve(t().check("a", "a <> ''"), t().check("a", "length(a) < 9")),
        TWO,
        A,
        A,
        "x",
        "y");
  }

  private void types() {
    add(
        "widen_in_place",
        evolve(
            table("t")
                .column("s", "text(10)")
                .byDefault("w", "text(10)", "'w'")
                .column("n", "decimal(8,2)")
                .column("free", "text?")
                .check("s", "length(s) > 0")
                .index("s"),
            table("t")
                .column("s", "text(20)")
                .byDefault("w", "text", "'w'")
                .column("n", "decimal(12,2)")
                .postgres("free", "varchar")
                .check("s", "length(s) > 0")
                .index("s")),
        "INSERT INTO t (s, n) VALUES ('abc', 1.50)",
        "SELECT s, w, n FROM t",
        "SELECT s, w, n FROM t",
        "abc|w|1.50");
    add(
        "widen_key",
        new EvolutionBuilder()
            .from(
                bare("p").column("id", "text(10)"),
                table("t").refers("p_id", "text(10)", "p", Action.CASCADE).index("p_id"))
            .to(
                bare("p").column("id", "text(20)"),
                table("t").refers("p_id", "text(20)", "p", Action.CASCADE).index("p_id")),
        "INSERT INTO p VALUES ('k'); INSERT INTO t (p_id) VALUES ('k')",
        "SELECT p_id FROM t",
        "SELECT p_id FROM t",
        "k");
    add(
        "change_key_type",
        new EvolutionBuilder()
            .from(
                bare("p").column("id", "int32", new Identity()),
                table("t").refers("p_id", "int32", "p", Action.CASCADE).index("p_id"))
            .to(
                bare("p").column("id", "int64", new Identity()),
                table("t").refers("p_id", "int64", "p", Action.CASCADE).index("p_id")),
        "INSERT INTO p DEFAULT VALUES; INSERT INTO t (p_id) VALUES (1)",
        "SELECT p_id FROM t",
        "SELECT p_id FROM t",
        "1");
    add(
        "change_types",
        evolve(
            table("t")
                .column("n", "int32")
                .column("s", "text")
                .byDefault("u", "text", "'00000000-0000-0000-0000-000000000000'")
                .column("b", "boolean")
                .index(Sql.of("s <> '7'"), "n")
                .check("u", "u <> ''"),
            table("t")
                .column("n", "text")
                .column("s", "int64")
                .byDefault("u", "uuid", "gen_random_uuid()")
                .column("b", "int64")
                .index(Sql.of("s <> '7'"), "n")),
        "INSERT INTO t (n, s, u, b) VALUES (7, '-12', '123e4567-e89b-42d3-a456-426614174000', true)",
        "SELECT n, s, u, b FROM t",
        "SELECT n, s, u, b FROM t",
        "7|-12|123e4567-e89b-42d3-a456-426614174000|1");
    add(
        "change_type_by_backfill",
        evolve(table("t").column("s", "text"), table("t").column("s", "int32"))
            .conversion("t", "s", "length(s)"),
        "INSERT INTO t (s) VALUES ('3')",
        "SELECT count(s) FROM t",
        "SELECT s FROM t",
        "1");
    add(
        "fill_a_key",
        evolve(
                table("t").column("a", "text?").column("b", "text").unique("a").unique("b"),
                table("t").column("a", "text").column("b", "int32").unique("a").unique("b"))
            .backfill("t", "a", "'none'")
            .conversion("t", "b", "CAST(b AS integer)"),
        "INSERT INTO t (a, b) VALUES ('x', '1'), (NULL, '2')",
        "SELECT count(b) FROM t",
        "SELECT a, b FROM t ORDER BY b",
        "x|1",
        "none|2");
    add(
        "widen_and_set_not_null",
        evolve(table("t").column("n", "int32?"), table("t").column("n", "int64"))
            .backfill("t", "n", "-1"),
        "INSERT INTO t (n) VALUES (7), (NULL)",
        "SELECT count(*) FROM t",
        "SELECT n FROM t ORDER BY n",
        "-1",
        "7");
    add(
        "shorten_text",
        evolve(table("t").column("a", "text(20)"), table("t").column("a", "text(10)")),
        TWO,
        A,
        A,
        "x",
        "y");
    add(
        "moments",
        evolve(
            table("t").column("at", "date_time").column("day", "date").index("at"),
            table("t").column("at", "instant").column("day", "date_time").index("at")),
        "INSERT INTO t (at, day) VALUES ('2026-11-20 07:05:01', '2026-11-20')",
        "SELECT at, day FROM t",
        "SELECT at AT TIME ZONE 'UTC', day FROM t",
        "2026-11-20 07:05:01|2026-11-20 00:00:00");
  }

  private void computed() {
    add(
        "change_computed",
        evolve(
            t().computed("b", "text?", "upper(a)", true).index("b"),
            t().computed("b", "text?", "lower(a)", true).index("b")),
        "INSERT INTO t (a) VALUES ('Ab')",
        "SELECT b FROM t",
        "SELECT b FROM t",
        "ab");
    add(
        "change_type_under_computed",
        evolve(
            table("t")
                .column("n", "int32")
                .computed("twice", "int64?", "n * 2", true)
                .unique("twice")
                .check("twice", "twice > 0"),
            table("t")
                .column("n", "int64")
                .computed("twice", "int64?", "n * 2", true)
                .unique("twice")
                .check("twice", "twice > 0")),
        "INSERT INTO t (n) VALUES (3)",
        "SELECT twice FROM t",
        "SELECT twice FROM t",
        "6");
    add(
        "change_type_and_computed",
        evolve(
            table("t").column("n", "int32").computed("m", "int64?", "n * 2", true).index("m"),
            table("t").column("n", "int64").computed("m", "int64?", "n * 3", true).index("m")),
        "INSERT INTO t (n) VALUES (3)",
        "SELECT m FROM t",
        "SELECT m FROM t",
        "9");
    add(
        "add_constant_columns",
        evolve(
                t(),
                t().column("n", "int64")
                    .column("w", "words(FREE,PRO)")
                    .column("maybe", "text?")
                    .byDefault("d", "text", "'new'"))
            .backfill("t", "n", "-1")
            .backfill("t", "w", "'FREE'")
            .backfill("t", "maybe", "'old'")
            .backfill("t", "d", "('former'::text)"),
        TWO,
        A,
        "SELECT a, n, w, maybe, d FROM t ORDER BY a",
        "x|-1|FREE|old|former",
        "y|-1|FREE|old|former");
    add(
        "add_computed_when_read",
        evolve(t(), t().computed("w", "text?", "a || 'x'", false)),
        TWO,
        A,
        "SELECT w FROM t ORDER BY a",
        "xx",
        "yx");
    add(
        "add_computed_before_its_base",
        evolve(
            t(),
            t().computed("v", "int64?", "b + 1", true)
                .computed("w", "text?", "a || 'x'", true)
                .byDefault("b", "int64", "1")),
        TWO,
        A,
        "SELECT a, v, w, b FROM t ORDER BY a",
        "x|2|xx|1",
        "y|2|yx|1");
    add(
        "swap_computed",
        evolve(
            t().column("b", "int32").computed("c", "int32", "b + 1", true).check("order", "c > b"),
            t().computed("b", "int32", "c - 1", true).column("c", "int32").check("order", "c > b")),
        "INSERT INTO t (a, b) VALUES ('x', 1), ('y', 5)",
        "SELECT b, c FROM t ORDER BY a",
        "SELECT b, c FROM t ORDER BY a",
        "1|2",
        "5|6");
    add(
        "compute_what_others_were_computed_from",
        evolve(
            t().column("b", "int32")
                .computed("c", "int32", "b + 1", true)
                .computed("d", "int32", "b + 2", true),
            t().computed("b", "int32", "id::integer", true)
                .computed("c", "int32", "id::integer + 1", true)),
        "INSERT INTO t (a, b) VALUES ('x', 1), ('y', 2)",
        "SELECT a FROM t ORDER BY a",
        "SELECT b, c FROM t ORDER BY a",
        "1|2",
        "2|3");
    add(
        "become_computed_of_another_type",
        evolve(
            t().column("b", "int32?").column("c", "int32").column("d", "text"),
            t().computed("b", "text?", "lower(a)", true)
                .computed("c", "text?", "upper(a)", true)
                .computed("d", "text?", "nullif(a, 'y')", true)),
        "INSERT INTO t (a, b, c, d) VALUES ('X', 1, 2, 'd'), ('y', 3, 4, 'e')",
        "SELECT count(*) FROM t",
        "SELECT b, c, d FROM t ORDER BY a",
        "x|X|X",
        "y|Y|null");
    add(
        "become_computed",
        evolve(t().column("b", "text?"), t().computed("b", "text?", "upper(a)", true)),
        "INSERT INTO t (a, b) VALUES ('x', 'X')",
        "SELECT b FROM t",
        "SELECT b FROM t",
        "X");
  }

  private void keys() {
    add(
        "add_unique_and_indexes",
        evolve(
            t(),
            t().unique("a")
                .index(Sql.of("a <> 'z'"), "a", "id")
                .uniqueIndex("t_lower_idx", "lower(a)", Sql.NONE)),
        TWO,
        A,
        A,
        "x",
        "y");
    add(
        "replace_index_and_key",
        evolve(
            t().column("b", "text").indexNamed("i", "a").uniqueNamed("k", "a"),
            t().column("b", "text").indexNamed("i", "b", "a").uniqueNamed("k", "a", "b")),
        "INSERT INTO t (a, b) VALUES ('x', 'b')",
        A,
        A,
        "x");
    add(
        "add_foreign_key",
        new EvolutionBuilder()
            .from(t(), table("kids").column("t_id", "int64"))
            .to(t(), table("kids").refers("t_id", "int64", "t", Action.CASCADE).index("t_id")),
        TWO + "; INSERT INTO kids (t_id) VALUES (2)",
        "SELECT t_id FROM kids",
        "SELECT t_id FROM kids",
        "2");
    add(
        "change_primary_key",
        new EvolutionBuilder()
            .from(
                bare("t").column("code", "text").column("n", "int32").key("code"),
                table("kids")
                    .column("code", "text")
                    .foreignKey(List.of("code"), "t", List.of("code"), Action.CASCADE))
            .to(
                table("t").column("code", "text").column("n", "int32").unique("code"),
                table("kids")
                    .column("code", "text")
                    .foreignKey(List.of("code"), "t", List.of("code"), Action.CASCADE)),
        "INSERT INTO t (code, n) VALUES ('a', 5), ('b', 6); INSERT INTO kids (code) VALUES ('a')",
        "SELECT code, n FROM t ORDER BY n",
        "SELECT id, code, n FROM t ORDER BY n",
        "1|a|5",
        "2|b|6");
  }

  private void words() {
    add(
        "add_word",
        evolve(
            table("t").column("tier", "words(FREE,PRO)"),
            table("t").column("tier", "words(FREE,PRO,MAX)")),
        "INSERT INTO t (tier) VALUES ('FREE')",
        "SELECT tier FROM t",
        "SELECT tier FROM t",
        "FREE");
    add(
        "rename_word",
        evolve(
                table("t")
                    .column("tier", "words(FREE,PRO)")
                    .column("all", "array(words(FREE,PRO))?"),
                table("t")
                    .column("tier", "words(BASE,PRO)")
                    .column("all", "array(words(BASE,PRO))?"))
            .fill("t", "tier", new Fill.Replaced(Map.of("FREE", "BASE"), Map.of("BASE", "FREE")))
            .fill("t", "all", new Fill.Replaced(Map.of("FREE", "BASE"), Map.of("BASE", "FREE"))),
        "INSERT INTO t (tier, \"all\") VALUES ('FREE', '{PRO,FREE}'), ('PRO', NULL)",
        "SELECT tier, \"all\" FROM t ORDER BY tier",
        "SELECT tier, \"all\" FROM t ORDER BY tier",
        "BASE|{PRO,BASE}",
        "PRO|null");
    add(
        "rename_word_in_a_large_table",
        evolve(
                bare("s.t")
                    .rows(100_001)
                    .key("b", "A a")
                    .column("A a", "int32")
                    .column("b", "text")
                    .column("tier", "words(FREE,PRO)"),
                bare("s.t")
                    .rows(100_001)
                    .key("b", "A a")
                    .column("A a", "int32")
                    .column("b", "text")
                    .column("tier", "words(BASE,PRO)?"))
            .fill("s.t", "tier", new Fill.Replaced(Map.of("FREE", "BASE"), Map.of("BASE", "FREE"))),
        "INSERT INTO s.t (\"A a\", b, tier) VALUES (1, 'x', 'FREE'), (2, 'y', 'PRO')",
        "SELECT tier FROM s.t ORDER BY tier",
        "SELECT tier FROM s.t ORDER BY tier",
        "BASE",
        "PRO");
    Fill swapped =
        new Fill.Replaced(
            Map.of("FREE", "PRO", "PRO", "FREE"), Map.of("FREE", "PRO", "PRO", "FREE"));
    add(
        "swap_words",
        evolve(
                table("t")
                    .column("tier", "words(FREE,PRO)")
                    .column("all", "array(words(FREE,PRO))"),
                table("t")
                    .column("tier", "words(PRO,FREE)")
                    .column("all", "array(words(PRO,FREE))"))
            .fill("t", "tier", swapped)
            .fill("t", "all", swapped),
        "INSERT INTO t (tier, \"all\") VALUES ('FREE', '{FREE,PRO,PRO}'), ('PRO', '{}')",
        "SELECT tier, \"all\" FROM t ORDER BY tier",
        "SELECT tier, \"all\" FROM t ORDER BY tier",
        "FREE|{}",
        "PRO|{PRO,FREE,FREE}");
    add(
        "remove_word",
        evolve(
                table("t").column("tier", "words(FREE,PRO,MAX)"),
                table("t").column("tier", "words(FREE,PRO)"))
            .fill("t", "tier", new Fill.Replaced(Map.of("MAX", "PRO"), Map.of())),
        "INSERT INTO t (tier) VALUES ('FREE'), ('MAX')",
        "SELECT count(*) FROM t",
        "SELECT tier FROM t ORDER BY tier",
        "FREE",
        "PRO");
  }

  private void enums() {
    add(
        "add_value",
        new EvolutionBuilder()
            .enumType("mood", List.of("OK", "BAD"), List.of("FINE", "OK", "SO", "BAD", "WORST"))
            .both(table("t").column("m", "enum(mood)").column("all", "array(enum(mood))?")),
        "INSERT INTO t (m, \"all\") VALUES ('OK', '{BAD,OK}')",
        "SELECT m, \"all\" FROM t",
        "SELECT m, \"all\" FROM t",
        "OK|{BAD,OK}");
    add(
        "add_value_and_use_it",
        new EvolutionBuilder()
            .enumType("mood", List.of("OK", "BAD"), List.of("OK", "BAD", "SO"))
            .from(table("t").column("m", "enum(mood)"))
            .to(table("t").byDefault("m", "enum(mood)", "'SO'")),
        "INSERT INTO t (m) VALUES ('OK')",
        "SELECT m FROM t",
        "SELECT m FROM t",
        "OK");
    add(
        "rename_type_and_value",
        new EvolutionBuilder()
            .typeFrom("mood", "OK", "BAD")
            .typeTo("kind.feeling", "FINE", "BAD", "SO")
            .renamedType("mood", "kind.feeling")
            .renamedValue("mood", "OK", "FINE")
            .from(table("t").column("m", "enum(mood)"))
            .to(table("t").column("m", "enum(kind.feeling)")),
        "INSERT INTO t (m) VALUES ('OK'), ('BAD')",
        "SELECT m FROM t ORDER BY m",
        "SELECT m FROM t ORDER BY m",
        "FINE",
        "BAD");
    add(
        "remove_value",
        new EvolutionBuilder()
            .enumType("mood", List.of("OK", "BAD", "SO"), List.of("BAD", "OK"))
            .replacedValue("mood", "SO", "OK")
            .both(
                table("t")
                    .byDefault("m", "enum(mood)", "'OK'")
                    .column("all", "array(enum(mood))?")
                    .check("m", "m <> 'BAD'")
                    .computed("low", "boolean?", "m = 'BAD'", true)
                    .index(Sql.of("m = 'OK'"), "id")),
        "INSERT INTO t (m, \"all\") VALUES ('SO', '{BAD,SO}'), ('OK', NULL)",
        "SELECT count(*) FROM t",
        "SELECT m, \"all\" FROM t ORDER BY id",
        "OK|{BAD,OK}",
        "OK|null");
    add(
        "enum_to_words_and_back",
        new EvolutionBuilder()
            .typeFrom("mood", "OK", "BAD")
            .typeTo("size", "S", "M")
            .from(table("t").column("m", "enum(mood)").column("s", "words(S,M)"))
            .to(table("t").column("m", "words(OK,BAD)").byDefault("s", "enum(size)", "'S'")),
        "INSERT INTO t (m, s) VALUES ('BAD', 'M')",
        "SELECT m, s FROM t",
        "SELECT m, s FROM t",
        "BAD|M");
  }

  private void others() {
    add(
        "irreversible",
        evolve(t(), t().column("b", "text?")).irreversible("t", "b", "others read it"),
        TWO,
        A,
        A,
        "x",
        "y");
  }
}
