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
final class SqliteCases {
  /**
   * One change.
   *
   * @param name the golden file's name
   * @param rows statements that fill the former schema
   * @param query rows to look at
   * @param before what the query says before, and after the way back; empty: it can't be asked
   * @param after what the query says after
   */
  record Case(
      String name,
      Evolution evolution,
      String rows,
      String query,
      List<String> before,
      List<String> after) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String TWO = "INSERT INTO t (a) VALUES ('x'), ('y')";

  private SqliteCases() {}

  private static EvolutionBuilder evolve(TableBuilder from, TableBuilder to) {
    return new EvolutionBuilder().from(from).to(to);
  }

  private static TableBuilder t() {
    return table("t").column("a", "text");
  }

  private static Case of(
      String name, EvolutionBuilder evolution, String rows, String query, String... after) {
    return new Case(name, evolution.build(), rows, query, List.of(), List.of(after));
  }

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    tables(cases);
    newColumns(cases);
    columns(cases);
    constraints(cases);
    words(cases);
    return cases;
  }

  private static void tables(List<Case> cases) {
    EvolutionBuilder created =
        new EvolutionBuilder()
            .both(t())
            .to(
                table("orders")
                    .comment("What somebody wants.")
                    .column("note", "text(20)")
                    .refers("t_id", "int64", "t", Action.CASCADE)
                    .index("t_id"));
    cases.add(of("create_table", created, TWO, "SELECT a FROM t", "x", "y"));
    EvolutionBuilder dropped =
        new EvolutionBuilder()
            .both(t())
            .from(table("gone").refers("t_id", "int64", "t", Action.CASCADE).index("t_id"));
    cases.add(
        of(
            "drop_table",
            dropped,
            TWO + "; INSERT INTO gone (t_id) VALUES (1)",
            "SELECT a FROM t",
            "x",
            "y"));
    EvolutionBuilder renamed =
        new EvolutionBuilder()
            .from(
                table("clients").column("name", "text(20)").unique("name"),
                table("orders").refers("client_id", "int64", "clients", Action.CASCADE))
            .to(
                table("customers").column("full_name", "text(20)").unique("full_name"),
                table("orders").refers("customer_id", "int64", "customers", Action.CASCADE))
            .renamed("clients", "customers")
            .renamed("clients", "name", "full_name")
            .renamed("orders", "client_id", "customer_id");
    cases.add(
        of(
            "rename_table_and_columns",
            renamed,
            "INSERT INTO clients (name) VALUES ('x'); INSERT INTO orders (client_id) VALUES (1)",
            "SELECT full_name, customer_id FROM customers JOIN orders ON customer_id = customers.id",
            "x|1"));
    EvolutionBuilder swapped =
        new EvolutionBuilder()
            .from(
                table("a").column("x", "text").column("y", "text").column("gone", "text"),
                table("b").column("z", "text"))
            .to(
                table("b").column("y", "text").column("x", "text").column("Z", "text"),
                table("a").column("gone", "text"))
            .renamed("a", "b")
            .renamed("b", "a")
            .renamed("a", "x", "y")
            .renamed("a", "y", "x")
            .renamed("a", "gone", "Z")
            .renamed("b", "z", "gone");
    cases.add(
        of(
            "swap_names",
            swapped,
            "INSERT INTO a (x, y, gone) VALUES ('x', 'y', 'z'); INSERT INTO b (z) VALUES ('b')",
            "SELECT y, x, Z, gone FROM b, a",
            "x|y|z|b"));
    EvolutionBuilder taken =
        evolve(table("t").column("a", "text").column("b", "text?"), table("t").column("b", "text"))
            .renamed("t", "a", "b");
    cases.add(of("rename_to_dropped", taken, TWO, "SELECT b FROM t", "x", "y"));
  }

  private static void newColumns(List<Case> cases) {
    cases.add(
        of(
            "add_columns",
            evolve(
                    t(),
                    t().column("note", "text(20)?")
                        .byDefault("state", "words(NEW,OLD)", "'NEW'")
                        .byDefault("price", "decimal(8,2)", "0.10")
                        .refers("parent_id", "int64?", "t", Action.SET_NULL)
                        .computed("loud", "text?", "upper(a)", false)
                        .column("code", "text?")
                        .index("parent_id"))
                .backfill("t", "code", "a || id"),
            TWO,
            "SELECT a, note, state, price, parent_id, loud, code FROM t",
            "x|null|NEW|0.10|null|X|x1",
            "y|null|NEW|0.10|null|Y|y2"));
    cases.add(
        of(
            "add_filled_column",
            evolve(
                    t().column("price", "decimal(8,2)?").column("old", "text?").index("a"),
                    t().column("price", "decimal(8,2)?")
                        .column("twice", "decimal(9,2)")
                        .column("same", "decimal(9,2)?")
                        .column("code", "text(9)")
                        .index("a"))
                .backfill("t", "twice", "coalesce(price, 0) * 2.1")
                .backfill("t", "same", "price")
                .backfill("t", "code", "coalesce(old, '') || '!'"),
            "INSERT INTO t (a, price, old) VALUES ('x', '1.10', 'o'), ('y', NULL, 'p')",
            "SELECT a, price, twice, same, code FROM t",
            "x|1.10|2.31|1.10|o!",
            "y|null|0.00|null|p!"));
    cases.add(
        of(
            "add_computed_defaults",
            evolve(
                t(),
                t().byDefault("at", "instant", "now()")
                    .uuid("token")
                    .computed("loud", "text", "upper(a)", true)),
            TWO,
            "SELECT a, length(at), length(token), loud FROM t",
            "x|27|36|X",
            "y|27|36|Y"));
    cases.add(
        of(
            "drop_columns",
            evolve(
                t().column("plain", "text?")
                    .column("indexed", "text?")
                    .index("indexed")
                    .index(Sql.of("plain IS NULL"), "a"),
                t()),
            "INSERT INTO t (a, plain) VALUES ('x', 'p')",
            "SELECT a FROM t",
            "x"));
    cases.add(
        of(
            "drop_checked_column",
            evolve(t().column("short", "text(3)").column("other", "text"), t()),
            "INSERT INTO t (a, short, other) VALUES ('x', 'abc', 'o')",
            "SELECT a FROM t",
            "x"));
  }

  private static void columns(List<Case> cases) {
    cases.add(
        of(
            "set_not_null",
            evolve(
                    t().column("b", "text?").column("c", "text?").column("d", "text?"),
                    t().column("b", "text").byDefault("c", "text", "'c'").column("d", "text"))
                .backfill("t", "b", "a"),
            "INSERT INTO t (a, b, c, d) VALUES ('x', NULL, NULL, 'd'), ('y', 'b', 'k', 'd')",
            "SELECT a, b, c, d FROM t",
            "x|x|c|d",
            "y|b|k|d"));
    cases.add(
        of(
            "require_values",
            evolve(
                    t().column("b", "text(9)?").column("c", "int32?"),
                    t().column("b", "text(9)").column("c", "int32"))
                .backfill("t", "b", "a"),
            "INSERT INTO t (a, b, c) VALUES ('x', NULL, 1), ('y', 'b', 2)",
            "SELECT a, b, c FROM t",
            "x|x|1",
            "y|b|2"));
    cases.add(
        of(
            "drop_not_null",
            evolve(t(), table("t").column("a", "text?")),
            TWO,
            "SELECT a FROM t",
            "x",
            "y"));
    cases.add(
        of(
            "change_default",
            evolve(t(), table("t").byDefault("a", "text", "'new'")),
            TWO,
            "SELECT a FROM t",
            "x",
            "y"));
    cases.add(
        of(
            "convert_text_of_same_type",
            evolve(
                table("t").column("day", "date?").column("at", "date_time"),
                table("t").column("day", "date_time?").column("at", "instant")),
            "INSERT INTO t (day, at) VALUES ('2026-11-20', '2026-11-20T07:05:01.000000'),"
                + " (NULL, '2026-11-20T07:05:01.000000')",
            "SELECT day, at FROM t",
            "2026-11-20T00:00:00.000000|2026-11-20T07:05:01.000000Z",
            "null|2026-11-20T07:05:01.000000Z"));
    cases.add(
        of(
            "change_types",
            evolve(
                table("t").column("n", "int32").column("s", "text").column("u", "text"),
                table("t").column("n", "text").column("s", "int64").column("u", "uuid")),
            "INSERT INTO t (n, s, u) VALUES (7, '-12', '123E4567-e89b-42d3-a456-426614174000')",
            "SELECT n, s, u, typeof(n), typeof(s) FROM t",
            "7|-12|123e4567-e89b-42d3-a456-426614174000|text|integer"));
    cases.add(
        of(
            "change_type_by_backfill",
            evolve(table("t").column("s", "text"), table("t").column("s", "int32"))
                .conversion("t", "s", "length(s)"),
            "INSERT INTO t (s) VALUES ('abc')",
            "SELECT s FROM t",
            "3"));
    cases.add(
        of(
            "fill_a_key",
            evolve(
                    table("t").column("a", "text?").column("b", "text").unique("a").unique("b"),
                    table("t").column("a", "text").column("b", "int32").unique("a").unique("b"))
                .backfill("t", "a", "'none'")
                .conversion("t", "b", "CAST(b AS integer)"),
            "INSERT INTO t (a, b) VALUES ('x', '1'), (NULL, '2')",
            "SELECT a, b FROM t ORDER BY b",
            "x|1",
            "none|2"));
    cases.add(
        of(
            "rename_word_of_array_called_as_in_json_each",
            evolve(
                    table("t").column("key", "array(words(OLD,NEW))"),
                    table("t").column("key", "array(words(LAST,NEW))"))
                .fill("t", "key", new Fill.Replaced(Map.of("OLD", "LAST"), Map.of("LAST", "OLD"))),
            "INSERT INTO t (key) VALUES ('[\"OLD\",\"NEW\"]'), ('[\"OLD\"]')",
            "SELECT key FROM t",
            "[\"LAST\",\"NEW\"]",
            "[\"LAST\"]"));
    cases.add(
        of(
            "rename_word_and_require_it",
            evolve(
                    table("t").column("a", "words(OLD,NEW)?"),
                    table("t").column("a", "words(LAST,NEW)"))
                .fill(
                    "t",
                    "a",
                    new Fill.Replaced(
                        Map.of("OLD", "LAST"), Map.of("LAST", "OLD"), Sql.of("'NEW'"))),
            "INSERT INTO t (a) VALUES ('OLD'), (NULL)",
            "SELECT a FROM t",
            "LAST",
            "NEW"));
    cases.add(
        of(
            "add_identity_beside_the_key",
            evolve(table("t"), table("t").column("n", "int64", new Identity())),
            "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            "SELECT n FROM t",
            "1",
            "2"));
    cases.add(
        of(
            "rebuild_with_qualified_names",
            evolve(
                    table("t")
                        .column("n", "int32?")
                        .check("n", "t.n > 0")
                        .computed("m", "int32?", "t.n * 2", true)
                        .index(Sql.of("t.n > 5"), "n"),
                    table("t")
                        .column("n", "int32")
                        .check("n", "t.n > 0")
                        .computed("m", "int32?", "t.n * 2", true)
                        .index(Sql.of("t.n > 5"), "n"))
                .backfill("t", "n", "t.id + 1"),
            "INSERT INTO t (n) VALUES (7), (NULL)",
            "SELECT n, m FROM t ORDER BY id",
            "7|14",
            "3|6"));
    cases.add(
        of(
            "change_key_type",
            new EvolutionBuilder()
                .from(
                    bare("days").column("id", "date"),
                    table("notes").refers("day_id", "date", "days", Action.CASCADE).index("day_id"))
                .to(
                    bare("days").column("id", "date_time"),
                    table("notes")
                        .refers("day_id", "date_time", "days", Action.CASCADE)
                        .index("day_id")),
            "INSERT INTO days VALUES ('2026-11-20'); INSERT INTO notes (day_id) SELECT id FROM days",
            "SELECT days.id FROM days JOIN notes ON day_id = days.id",
            "2026-11-20T00:00:00.000000"));
    cases.add(
        of(
            "become_computed",
            evolve(t().column("b", "text"), t().computed("b", "text", "upper(a)", true)),
            "INSERT INTO t (a, b) VALUES ('x', 'b')",
            "SELECT b FROM t",
            "X"));
    cases.add(
        of(
            "add_virtual_before_its_base",
            evolve(
                t(),
                t().computed("u", "int64?", "v + 1", false)
                    .computed("v", "int64?", "b + 1", false)
                    .byDefault("b", "int64", "1")),
            TWO,
            "SELECT a, u, v, b FROM t ORDER BY a",
            "x|3|2|1",
            "y|3|2|1"));
    cases.add(
        of(
            "leave_strict",
            evolve(t(), t().typed("b", "text", "VARCHAR(9)")),
            TWO,
            "SELECT a, b FROM t",
            "x|null",
            "y|null"));
  }

  private static void constraints(List<Case> cases) {
    cases.add(
        of("add_check", evolve(t(), t().check("a", "a <> ''")), TWO, "SELECT a FROM t", "x", "y"));
    cases.add(
        of(
            "shorten_text",
            evolve(table("t").column("a", "text(20)"), table("t").column("a", "text(10)")),
            TWO,
            "SELECT a FROM t",
            "x",
            "y"));
    cases.add(
        of(
            "add_unique_and_index",
            evolve(t(), t().unique("a").index(Sql.of("a <> 'z'"), "a", "id")),
            TWO,
            "SELECT a FROM t",
            "x",
            "y"));
    cases.add(
        of(
            "add_foreign_key",
            new EvolutionBuilder()
                .from(t(), table("kids").column("t_id", "int64"))
                .to(t(), table("kids").refers("t_id", "int64", "t", Action.CASCADE).index("t_id")),
            TWO + "; INSERT INTO kids (t_id) VALUES (2)",
            "SELECT t_id FROM kids",
            "2"));
    cases.add(
        of(
            "change_primary_key",
            evolve(
                bare("t").column("code", "text").column("n", "int32").key("code"),
                table("t").column("code", "text").column("n", "int32").unique("code")),
            "INSERT INTO t (code, n) VALUES ('a', 5), ('b', 6)",
            "SELECT id, code, n FROM t",
            "1|a|5",
            "2|b|6"));
  }

  private static void words(List<Case> cases) {
    cases.add(
        of(
            "add_word",
            evolve(
                table("t").column("tier", "words(FREE,PRO)"),
                table("t").column("tier", "words(FREE,PRO,MAX)")),
            "INSERT INTO t (tier) VALUES ('FREE')",
            "SELECT tier FROM t",
            "FREE"));
    cases.add(
        of(
            "rename_word",
            evolve(
                    table("t")
                        .column("tier", "words(FREE,PRO)")
                        .column("all", "array(words(FREE,PRO))?"),
                    table("t")
                        .column("tier", "words(BASE,PRO)")
                        .column("all", "array(words(BASE,PRO))?"))
                .fill(
                    "t", "tier", new Fill.Replaced(Map.of("FREE", "BASE"), Map.of("BASE", "FREE")))
                .fill(
                    "t", "all", new Fill.Replaced(Map.of("FREE", "BASE"), Map.of("BASE", "FREE"))),
            "INSERT INTO t (tier, \"all\") VALUES ('FREE', '[\"PRO\",\"FREE\",null]'), ('PRO', NULL)",
            "SELECT tier, \"all\" FROM t",
            "BASE|[\"PRO\",\"BASE\",null]",
            "PRO|null"));
    cases.add(
        of(
            "remove_word",
            evolve(
                    table("t").column("tier", "words(FREE,PRO,MAX)"),
                    table("t").column("tier", "words(FREE,PRO)"))
                .fill("t", "tier", new Fill.Replaced(Map.of("MAX", "PRO"), Map.of())),
            "INSERT INTO t (tier) VALUES ('FREE'), ('MAX')",
            "SELECT tier FROM t",
            "FREE",
            "PRO"));
    cases.add(
        of(
            "rename_value_of_native_enum",
            new EvolutionBuilder()
                .enumType("mood", List.of("OK", "BAD"), List.of("FINE", "BAD"))
                .renamedValue("mood", "OK", "FINE")
                .from(table("t").column("m", "enum(mood)"))
                .to(table("t").column("m", "enum(mood)")),
            "INSERT INTO t (m) VALUES ('OK'), ('BAD')",
            "SELECT m FROM t",
            "FINE",
            "BAD"));
  }
}
