package dev.varve.processor.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong does not compile: one statement each, and the only error is on its line. */
class MisuseTest {
  /** The line of the statement in {@link #SOURCE}. */
  private static final int LINE = 9;

  private static final String SOURCE =
      """
      package fixture;
      import dev.varve.seed.*;
      import fixture.Store.*;
      import java.math.BigDecimal;
      final class Use {
        static final Trait<LineSeed> LONG = l -> l.note("n");
        static void use(FixtureSeed seed, FixturePlan plan, FixtureRows rows, Chance g,
            Order order, Customer customer, Ref<Order> orderRef, Ref<Customer> customerRef) {
          %s
        }
      }
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void compileBuilders() throws IOException {
    CompiledSeeds.of("fixture", folder);
  }

  static Stream<Arguments> misuses() {
    return Stream.of(
        misuse("a misspelt column", "seed.order(o -> o.totl(BigDecimal.ONE));"),
        misuse("a column of another entity", "seed.order(o -> o.email(\"a\"));"),
        misuse("a value of another type", "seed.line(l -> l.quantity(\"3\"));"),
        misuse("another enum", "seed.order(o -> o.status(Tier.PRO));"),
        misuse("another entity as relation", "seed.order(o -> o.customer(order));"),
        misuse("an id instead of a record", "seed.order(o -> o.customer(7L));"),
        misuse("a builder of another entity", "seed.order(o -> o.customer((LineSeed l) -> l));"),
        misuse("a reference to another entity", "seed.order(o -> o.customer(orderRef));"),
        misuse("a name for another entity's row", "seed.order(o -> o.as(customerRef));"),
        misuse("a trait of another entity", "seed.order(o -> o.with(LONG));"),
        misuse("a trait of another entity as the row", "seed.order(LONG);"),
        misuse("a missing positional parameter", "seed.taxRule();"),
        misuse("a function instead of it", "seed.taxRule(t -> t.formula(\"1\"));"),
        misuse("it is missing for a child", "seed.invoice(i -> i.rule(7));"),
        misuse("many rows without it", "seed.taxRules(3);"),
        misuse("a record with missing components", "seed.add(new Country(\"DE\"));"),
        misuse("a stranger as complete record", "seed.add(\"DE\");"),
        misuse("no row of a relation that must have one", "seed.order(o -> o.noCustomer());"),
        misuse("null, of which nobody knows what", "seed.order(o -> o.customer(null));"),
        misuse("a child of no child's entity", "seed.order(o -> o.transfer(t -> t));"),
        misuse("a child by a relation that it hasn't", "seed.account(a -> a.transferVia(t -> t));"),
        misuse("a function of the parent for a child", "seed.order(o -> o.lines(2, (l, h) -> o));"),
        misuse("a number of children that is none", "seed.order(o -> o.lines(\"2\"));"),
        misuse("a number of what there is one of", "seed.client(c -> c.badges(2));"),
        misuse("a number of it in a plan", "plan.clients(3, (c, h) -> c.badges(1, (b, i) -> b));"),
        misuse("a computed key of a junction", "seed.order(o -> o.tags(7L));"),
        misuse("a row of another entity in a junction", "seed.order(o -> o.tags(customer));"),
        misuse(
            "a plan's function of another entity", "plan.orders(3, (LineSeed l, Chance h) -> l);"),
        misuse("a plan of one row", "plan.order(o -> o);"),
        misuse("a plan's rows as another's pool", "Ref<Customer> c = plan.orders(3);"),
        misuse("rows of another entity", "java.util.List<Customer> c = rows.orders();"),
        misuse("one row where there are many", "Order one = seed.orders(3);"),
        misuse("mixed types in a pick", "Tier t = g.pick(Tier.FREE, 80).orElse(Status.OPEN);"),
        misuse(
            "a pick of another type",
            "seed.customer(c -> c.tier(g.pick(Status.OPEN, 1).orElse(Status.PAID)));"),
        misuse("a reload as another entity", "Customer c = seed.reload(order);"),
        misuse("what is no record shared", "seed.share(7L);"),
        misuse("a row's function without a row", "seed.order(o -> { });"),
        misuse("a parameter's name twice", "seed.order(o -> o.customer(o -> o));"),
        misuse("a computed or unknown setter on all", "seed.customers(5, (c, h) -> c.id());"));
  }

  private static Arguments misuse(String what, String statement) {
    return Arguments.of(what, statement);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misuses")
  void doesNotCompile(String what, String statement) {
    List<Diagnostic<? extends JavaFileObject>> errors = errors(statement);
    assertTrue(!errors.isEmpty(), what + " compiles: " + statement);
    for (Diagnostic<? extends JavaFileObject> error : errors) {
      assertEquals(LINE, error.getLineNumber(), error.toString());
    }
  }

  /** What is right does, so that the others fail for their mistake alone. */
  @Test
  void whatIsRightCompiles() {
    for (String statement :
        List.of(
            "seed.order(o -> o.total(BigDecimal.ONE).customer(customer).noCoupon());",
            "seed.order(o -> o.customer(customerRef).as(orderRef).line(l -> l.with(LONG)));",
            "seed.taxRule(\"1\", t -> t.invoices(2, (i, h) -> i.amount(h.index())));",
            "seed.taxRules(2, (t, h) -> t.formula(\"1\"));",
            "seed.client(c -> c.badge(b -> b.text(\"1\")));",
            "seed.customer(c -> c.tier(g.pick(Tier.FREE, 80).orElse(Tier.PRO)));",
            "Ref<Order> o = plan.orders(3, (p, h) -> p.customer(customer).tags(2));",
            "seed.share(customer, order).distinct().listener((t, n, d) -> { }).orders(2);",
            "java.util.List<Order> o = rows.orders(); Order again = seed.reload(order);",
            "seed.order(o -> o.customer((Customer) null));")) {
      assertEquals(List.of(), errors(statement), statement);
    }
  }

  private static List<Diagnostic<? extends JavaFileObject>> errors(String statement) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String path = System.getProperty("java.class.path") + File.pathSeparator + folder;
    List<String> options = List.of("-proc:none", "-cp", path, "-d", folder.toString());
    compiler
        .getTask(null, null, found, options, null, List.of(new Source(SOURCE.formatted(statement))))
        .call();
    List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>(found.getDiagnostics());
    errors.removeIf(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.ERROR);
    return errors;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///fixture/Use.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
